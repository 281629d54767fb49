using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>Where a run writes when nobody says.</summary>
[TestClass]
public class RunLocationTests
{
    [TestMethod]
    [DataRow("src/FashionGan.Cli/bin/Debug/net10.0/", true)]
    [DataRow("src/FashionGan.Cli/bin/Release/net10.0/linux-x64/", true)]
    [DataRow("src/FashionGan.Cli/bin/Release/net10.0/publish/", false)]
    [DataRow("tests/FashionGan.Cli.Tests/bin/Debug/net10.0/", false)]
    [DataRow("elsewhere/", false)]
    public void ABuildOutputBelowSrcBelongsToTheRepository(string program, bool isOfRepository)
    {
        var root = Directory.CreateDirectory(Workplace.Folder("repository")).FullName;
        File.WriteAllText(Path.Combine(root, "FashionGanTf.sln"), "");
        Assert.AreEqual(isOfRepository ? root : null, RunLocation.RepositoryRoot(Path.Combine(root, program)));
    }

    [TestMethod]
    public void ASrcWithoutTheSolutionIsAnybodys() =>
        Assert.IsNull(RunLocation.RepositoryRoot(
            Path.Combine(Workplace.Folder("other"), "src", "FashionGan.Cli", "bin") + Path.DirectorySeparatorChar));
}
