namespace FashionGanTf.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("fashion-gan-test").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
