using System.CommandLine;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that name a file or a folder, and what can be said of such a place before work begins.</summary>
internal static class PathOption
{
    /// <summary>What the help calls a file.</summary>
    internal const string FileWord = "FILE";

    /// <summary>A path that is not blank.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="place">What kind of place it names, for the help.</param>
    internal static Option<string?> Of(string name, string description, string place) => Of(name, description, place, _ => null);

    /// <summary>A file that is written, whose name promises what is in it.</summary>
    /// <inheritdoc cref="FileEnding.Require"/>
    internal static Option<string?> File(string name, string description, string content, params string[] endings) =>
        Of(name, description, FileWord, path => FileEnding.Complaint(path, content, endings));

    /// <summary>A folder that is written to, whose name is no file's.</summary>
    internal static Option<string?> Folder(string name, string description) => Of(name, description, "DIR", FileEnding.FolderComplaint);

    /// <summary>Requires that a folder can be here.</summary>
    /// <param name="path">The place.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="IOException">A file is.</exception>
    internal static void RequireNoFile(string path, string option = "--out")
    {
        if (System.IO.File.Exists(path))
            throw new IOException($"{path} is a file, a folder was expected; choose another with {option}.");
    }

    private static Option<string?> Of(string name, string description, string place, Func<string, string?> complain) => new(name)
    {
        Description = description,
        HelpName = place,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(text))
                result.AddError($"{name} needs the name of a file or folder, not '{text}'.");
            else if (complain(text) is { } complaint)
                result.AddError($"{name} {text} {complaint}");
            return text;
        },
    };
}
