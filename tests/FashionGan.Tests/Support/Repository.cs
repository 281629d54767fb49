namespace FashionGanTf.Tests.Support;

/// <summary>The files that lie beside the program's source.</summary>
internal static class Repository
{
    /// <summary>The repository's folder.</summary>
    internal static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FashionGanTf.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("FashionGanTf.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
