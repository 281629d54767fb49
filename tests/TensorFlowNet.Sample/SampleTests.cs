using System.Buffers.Binary;
using System.IO.Compression;

[assembly: DoNotParallelize]

namespace FashionGanSample;

/// <summary>A program written and compiled against TensorFlow.NET 0.150 (Program.cs,
/// unchanged) compiles on this runtime, and trains.</summary>
[TestClass]
public class SampleTests
{
    [TestMethod]
    public void TheProgramTrainsOnADataSet()
    {
        var folder = Directory.CreateTempSubdirectory("fashion-gan-sample").FullName;
        var (output, before) = (Console.Out, Environment.CurrentDirectory);
        using var text = new StringWriter();
        try
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(text);
            WriteImages("images.gz", count: 300);
            Program.Main(["images.gz", "2"]);
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = before;
        }

        var printed = text.ToString();
        StringAssert.Contains(printed, "2,330,944", "the generator's summary counts its parameters");
        StringAssert.Contains(printed, "212,865", "the discriminator's too");
        StringAssert.Contains(printed, "g_loss: ");
        StringAssert.Contains(printed, "(1, 28, 28, 1)");
        foreach (var epoch in new[] { 1, 2 })
        {
            var picture = File.ReadAllBytes(Path.Combine(folder, "samples", $"image_at_epoch_{epoch:D4}.pgm"));
            Assert.HasCount("P5\n112 112\n255\n".Length + 112 * 112, picture);
        }

        var losses = printed.Split('\n').Single(line => line.StartsWith("g_loss: ", StringComparison.Ordinal))[8..].Split(", ");
        Assert.HasCount(2, losses);
        foreach (var loss in losses)
            Assert.IsTrue(float.Parse(loss, System.Globalization.CultureInfo.InvariantCulture) is > 0 and < 20, $"g_loss was {loss}");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An IDX file of pictures with a bright square each, at a place that varies.</summary>
    private static void WriteImages(string path, int count)
    {
        var bytes = new byte[16 + count * 28 * 28];
        BinaryPrimitives.WriteInt32BigEndian(bytes, 0x803);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), count);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 28);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), 28);
        for (var n = 0; n < count; n++)
            for (var y = 8; y < 20; y++)
                bytes.AsSpan(16 + (n * 28 + y) * 28 + 4 + n % 9, 12).Fill(255);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(bytes);
    }
}
