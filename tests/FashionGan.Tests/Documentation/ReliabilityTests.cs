using System.Text.RegularExpressions;

namespace FashionGanTf.Tests.Documentation;

/// <summary>docs/reliability.md promises tests; they are there.</summary>
[TestClass]
public partial class ReliabilityTests
{
    [TestMethod]
    public void EveryTestThatIsNamedIsThere()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "reliability.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        Assert.IsGreaterThan(15, rows.Count);
        foreach (var row in rows)
        {
            var names = Name().Matches(row[row.TrimEnd('|', ' ').LastIndexOf('|')..]);
            Assert.IsNotEmpty(names, row);
            foreach (Match name in names)
                Assert.IsTrue(sources[name.Groups["class"].Value].Any(source =>
                    source.Contains($"void {name.Groups["method"].Value}(", StringComparison.Ordinal)), $"there is no test {name.Value}");
        }
    }

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex Name();
}
