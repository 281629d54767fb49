namespace FashionGanTf.Tests.Documentation;

/// <summary>The clone that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FashionGanTf.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("FashionGanTf.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
