using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>What a name promises.</summary>
[TestClass]
public class FileEndingTests
{
    [TestMethod]
    [DataRow("a.png", ".png")]
    [DataRow("A.JPG", ".jpg")]
    [DataRow("a.apng", ".apng")]
    [DataRow("train-images-idx3-ubyte", "-ubyte")]
    [DataRow("train-images-idx3-ubyte.gz", ".gz")]
    [DataRow("a.idx.gz", ".gz")]
    [DataRow("a.gz", ".gz")]
    [DataRow("a.tar.gz", ".tar.gz")]
    [DataRow("a.png.gz", ".png.gz")]
    [DataRow("a", null)]
    [DataRow("pictures.v2", null)]
    [DataRow("a.png/", null)]
    [DataRow("a.png/b", null)]
    public void TheEndingTells(string path, string? ending) => Assert.AreEqual(ending, FileEnding.Of(path));

    [TestMethod]
    public void AFolderThatIsThereMayBeNamedAsItIs()
    {
        var folder = Workplace.Folder("shots.zip");
        Assert.IsNotNull(FileEnding.FolderComplaint(folder));
        Directory.CreateDirectory(folder);
        Assert.IsNull(FileEnding.FolderComplaint(folder));
    }
}
