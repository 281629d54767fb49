using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Documentation;

/// <summary>No line of the sources and pages is longer than .editorconfig says: compilers and formatters do not look at that.</summary>
[TestClass]
public class LineLengthTests
{
    private const int Most = 140;

    /// <summary>What builds and test runs make beside the sources.</summary>
    private static readonly string[] s_made = ["bin", "obj", "TestResults"];

    [TestMethod]
    public void NoLineIsLongerThanTheEditorsLimit()
    {
        StringAssert.Contains(File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig")), $"max_line_length = {Most}\n");
        RequireShortLines([".cs", ".js"], File.ReadLines);
    }

    [TestMethod]
    public void NoLineOfAPageIsEither() => RequireShortLines([".md"], Prose);

    /// <summary>A page without its tables and blocks of code, whose lines cannot be broken.</summary>
    private static IEnumerable<string> Prose(string path)
    {
        var code = false;
        foreach (var line in File.ReadLines(path))
        {
            code ^= line.StartsWith("```", StringComparison.Ordinal);
            yield return code || line.StartsWith('|') ? "" : line;
        }
    }

    private static void RequireShortLines(string[] extensions, Func<string, IEnumerable<string>> read)
    {
        var files = Files(new DirectoryInfo(Repository.Root), extensions).ToList();
        foreach (var extension in extensions)
            Assert.Contains(file => file.Extension == extension, files, $"no {extension} file was found");
        var tooLong = (
            from file in files
            from line in read(file.FullName).Select((text, index) => (Length: text.Length, Number: index + 1))
            where line.Length > Most
            select $"{Path.GetRelativePath(Repository.Root, file.FullName)}:{line.Number} has {line.Length} characters").ToList();
        Assert.IsEmpty(tooLong, string.Join('\n', tooLong));
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder, string[] extensions) =>
        folder.EnumerateFiles().Where(file => extensions.Contains(file.Extension)).Concat(
            folder.EnumerateDirectories().Where(below => below.Name[0] != '.' && !s_made.Contains(below.Name))
                .SelectMany(below => Files(below, extensions)));
}
