using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Cli.Tests.Container;

/// <summary>What the Dockerfile says, for a machine without a container engine: the same commands,
/// with folders of the test instead of the image's.</summary>
internal sealed class Recipe
{
    private readonly string[] _lines;

    // A backslash at its end continues a line.
    internal Recipe() => _lines = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"))
        .Replace("\\\n", "", StringComparison.Ordinal).Split('\n');

    /// <summary>The command that publishes.</summary>
    internal string Publish => Value("RUN ");

    /// <summary>The command that starts the program.</summary>
    internal string[] Start => Words("ENTRYPOINT ");

    /// <summary>The command that tells whether it is well.</summary>
    internal string[] HealthCheck => Words("HEALTHCHECK ");

    /// <summary>The user that it runs as.</summary>
    internal string User => Value("USER ");

    /// <summary>Copies what COPY copies: all but what .dockerignore names.</summary>
    internal void CopyTo(string folder)
    {
        var ignored = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        var everywhere = ignored.Where(line => line.StartsWith("**/", StringComparison.Ordinal)).Select(line => line[3..]).ToHashSet();
        Copy(new DirectoryInfo(Repository.Root), folder, name => !ignored.Contains(name) && !everywhere.Contains(name), name =>
            !everywhere.Contains(name));
    }

    private static void Copy(DirectoryInfo source, string target, Func<string, bool> takes, Func<string, bool> takesBelow)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles().Where(file => takes(file.Name)))
            file.CopyTo(Path.Combine(target, file.Name));
        foreach (var folder in source.EnumerateDirectories().Where(folder => takes(folder.Name)))
            Copy(folder, Path.Combine(target, folder.Name), takesBelow, takesBelow);
    }

    private string Value(string keyword) =>
        _lines.Last(line => line.StartsWith(keyword, StringComparison.Ordinal))[keyword.Length..].Trim();

    private string[] Words(string keyword)
    {
        var value = Value(keyword);
        return JsonSerializer.Deserialize<string[]>(value[value.IndexOf('[', StringComparison.Ordinal)..])!;
    }
}
