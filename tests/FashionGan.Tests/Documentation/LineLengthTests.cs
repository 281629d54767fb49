using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Documentation;

/// <summary>No line of the sources is longer than .editorconfig says: compilers and formatters do not look at that.</summary>
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
        var files = Sources(new DirectoryInfo(Repository.Root)).ToList();
        foreach (var extension in new[] { ".cs", ".js" })
            Assert.Contains(file => file.Extension == extension, files, $"no {extension} file was found");
        var tooLong = (
            from file in files
            from line in File.ReadLines(file.FullName).Select((text, index) => (Length: text.Length, Number: index + 1))
            where line.Length > Most
            select $"{Path.GetRelativePath(Repository.Root, file.FullName)}:{line.Number} has {line.Length} characters").ToList();
        Assert.IsEmpty(tooLong, string.Join('\n', tooLong));
    }

    private static IEnumerable<FileInfo> Sources(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.Extension is ".cs" or ".js").Concat(
            folder.EnumerateDirectories().Where(below => below.Name[0] != '.' && !s_made.Contains(below.Name)).SelectMany(Sources));
}
