namespace FashionGanTf.Cli.CommandLine;

/// <summary>How this program was called, so that every command that it prints can be pasted into the shell.</summary>
internal static class Invocation
{
    /// <summary>The words that call the program again from the working directory, as a shell takes them.</summary>
    internal static string Program { get; } = Words(
        Environment.ProcessPath ?? "", AppContext.BaseDirectory, Environment.CurrentDirectory, Environment.GetEnvironmentVariable("PATH"));

    /// <summary>A whole command: the program and its arguments.</summary>
    internal static string Of(params string[] arguments) => string.Join(' ', [Program, .. arguments.Select(Quoted)]);

    /// <summary>A word as a shell takes it.</summary>
    internal static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "/\\:._-~".Contains(c)) && word[0] != '~')
            return word;
        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''")}'";
    }

    /// <summary>The file and the first words that start this program again as a process, from anywhere.</summary>
    internal static IReadOnlyList<string> Words() =>
        Environment.ProcessPath is { } process && Path.GetFileNameWithoutExtension(process) == "fashion-gan" ? [process]
            : [Environment.ProcessPath ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll")];

    /// <summary>See <see cref="Program"/>.</summary>
    /// <param name="process">The file that runs: the program's own, or <c>dotnet</c>.</param>
    /// <param name="programFolder">Where the program's assemblies lie.</param>
    /// <param name="workingDirectory">Where the shell is.</param>
    /// <param name="searchPath">The folders in which the shell looks for programs, as the variable PATH has them.</param>
    internal static string Words(string process, string programFolder, string workingDirectory, string? searchPath)
    {
        if (Path.GetFileNameWithoutExtension(process) != "fashion-gan")
            return "dotnet " + Quoted(FromHere(Path.Combine(programFolder, "fashion-gan.dll"), workingDirectory));
        // `dotnet run` leaves no mark; who starts a build output by its own path may as well use that.
        if (RunLocation.RepositoryRoot(programFolder) is { } root)
        {
            var project = FromHere(Path.Combine(root, "src", "FashionGan.Cli"), workingDirectory);
            var configuration = programFolder.Replace('\\', '/').Contains("/bin/Release/") ? " -c Release" : "";
            return $"dotnet run --project {Quoted(project)}{configuration} --";
        }

        if (IsFound(process, searchPath))
            return "fashion-gan";
        var path = FromHere(process, workingDirectory);
        // A shell looks for a bare name elsewhere.
        return Quoted(path.Contains(Path.DirectorySeparatorChar) ? path : Path.Combine(".", path));
    }

    /// <summary>Relative for what lies below the working directory.</summary>
    private static string FromHere(string path, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Whether the shell finds this very file by its name alone.</summary>
    private static bool IsFound(string program, string? searchPath)
    {
        var first = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, Path.GetFileName(program))).FirstOrDefault(File.Exists);
        return first is not null && Final(first) == Final(program);
    }

    private static string Final(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
}
