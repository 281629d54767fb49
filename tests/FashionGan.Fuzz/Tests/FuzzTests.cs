using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Fuzz.Running;

namespace FashionGanTf.Fuzz.Tests;

/// <summary>Many damaged files of each format, the same ones every time.</summary>
[TestClass]
public class FuzzTests
{
    private const int Inputs = 20_000;

    /// <summary>ImageSharp takes about a millisecond for each.</summary>
    private const int Pictures = 3_000;

    [TestMethod]
    [DataRow("idx")]
    [DataRow("gzip")]
    [DataRow("safetensors")]
    [DataRow("npy")]
    [DataRow("npz")]
    [DataRow("parquet")]
    [DataRow("config")]
    [DataRow("checkpoint")]
    public void EveryDamagedFileEndsInSuccessOrOneLine(string name) => Try(name, Inputs);

    [TestMethod]
    [DataRow("png")]
    [DataRow("jpeg")]
    [DataRow("webp")]
    [DataRow("gif")]
    [DataRow("bmp")]
    public void EveryDamagedPictureEndsInSuccessOrOneLine(string name) => Try(name, Pictures);

    private static void Try(string name, int inputs)
    {
        var run = new FuzzRun(FuzzFormat.All.Single(format => format.Name == name), seed: 1, start: 0, inputs);
        var folder = Path.Combine(Path.GetTempPath(), "fashion-gan-fuzz-findings");
        var reports = run.Run().Select(finding => finding.Report(folder)).ToList();
        Assert.IsEmpty(reports, string.Join("\n", reports));
        Assert.AreEqual(inputs, run.Tried);
        // Damage that lets nothing through, or everything, would test one half of the reader only.
        Assert.IsGreaterThan(inputs / 1000, run.Valid, "too few inputs were valid");
        Assert.IsLessThan(inputs / 2, run.Valid, "too many inputs were valid");
    }

    [TestMethod]
    public void AllFormatsAreTested() => CollectionAssert.AreEqual(
        new[] { "idx", "gzip", "safetensors", "png", "jpeg", "webp", "gif", "bmp", "parquet", "npy", "npz", "config", "checkpoint" },
        FuzzFormat.All.Select(format => format.Name).ToArray());
}
