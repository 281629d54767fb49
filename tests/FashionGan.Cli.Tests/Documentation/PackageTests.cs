using System.Xml.Linq;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Documentation;

/// <summary>There are no packages yet, so <c>dotnet pack</c> makes none.</summary>
[TestClass]
public class PackageTests
{
    [TestMethod]
    public void NoProjectIsPackable()
    {
        Assert.AreEqual("false", Value(Path.Combine(Workplace.Repository, "Directory.Build.props")), "what holds for all");
        var projects = new[] { "src", "benchmarks", "tests" }
            .Select(folder => Path.Combine(Workplace.Repository, folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .ToList();
        Assert.IsGreaterThan(5, projects.Count);
        foreach (var project in projects)
            Assert.IsTrue(Value(project) is null or "false", project);
    }

    private static string? Value(string file) => XDocument.Load(file).Descendants("IsPackable").SingleOrDefault()?.Value;
}
