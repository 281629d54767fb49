namespace FashionGanTf.Cli.CommandLine;

/// <summary>Where a run writes when nobody says.</summary>
internal static class RunLocation
{
    /// <summary>
    /// The repository's root for a program that runs from its build output there, so that <c>dotnet run</c> writes to the same place from
    /// everywhere; the working directory for an installed or published one.
    /// </summary>
    internal static string Default() => RepositoryRoot(AppContext.BaseDirectory) ?? Environment.CurrentDirectory;

    /// <summary>The folder with FashionGanTf.sln above a build output below its src; null for a program that lies anywhere else.</summary>
    internal static string? RepositoryRoot(string programFolder)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(programFolder));
        // `dotnet publish` writes below the build output unless told where.
        if (folder.Name == "publish")
            return null;
        for (; folder.Parent is not null; folder = folder.Parent)
            if (folder.Name == "src" && File.Exists(Path.Combine(folder.Parent.FullName, "FashionGanTf.sln")))
                return folder.Parent.FullName;
        return null;
    }
}
