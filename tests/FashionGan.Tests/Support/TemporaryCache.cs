namespace FashionGanTf.Tests.Support;

/// <summary>A cache folder that is gone when the test is over.</summary>
internal sealed class TemporaryCache : IDisposable
{
    private const string Variable = "XDG_CACHE_HOME";

    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    internal TemporaryCache() => Environment.SetEnvironmentVariable(Variable, _folder.Path);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Dispose();
    }
}
