using System.IO.Compression;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/dataset</c>: many pictures, sent while they are drawn.</summary>
[TestClass]
public class DatasetTests
{
    private const int Count = 300;

    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_server = await ApiServer.Start();

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    [DataRow("idx", "generated-images-idx3-ubyte")]
    [DataRow("idx.gz", "generated-images-idx3-ubyte.gz")]
    public async Task AnArrayIsWhatGenerateDraws(string format, string name)
    {
        using var response = await s_server.Client.GetAsync($"api/dataset?seed=7&count={Count}&format={format}");
        Assert.AreEqual($"{Count}", response.Headers.GetValues("X-Total-Pictures").Single());
        Assert.AreEqual(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var path = Workplace.Path(name);
        File.WriteAllBytes(path, await response.Content.ReadAsByteArrayAsync());
        var array = IdxFile.load(path);
        Assert.AreEqual(new Tensorflow.Shape(Count, 28, 28), array.shape);
        CollectionAssert.AreEqual(Pictures.Pixels(Pictures.OfSeed(7, 0, Count)), array.ToArray<byte>());
    }

    [TestMethod]
    public async Task ItsLengthIsKnownBeforeItsPicturesAre()
    {
        using var response = await s_server.Client.GetAsync($"api/dataset?count={Count}", HttpCompletionOption.ResponseHeadersRead);
        Assert.AreEqual(16 + Count * 784, response.Content.Headers.ContentLength);
    }

    [TestMethod]
    public async Task AZipHasThemAll()
    {
        using var archive =
            new ZipArchive(new MemoryStream(await s_server.Bytes("api/dataset?seed=7&count=130&truncation=0.5&format=zip")));
        Assert.HasCount(131, archive.Entries);
        using var last = new MemoryStream();
        archive.GetEntry("images/image_0129.png")!.Open().CopyTo(last);
        CollectionAssert.AreEqual(Pictures.Of(0.5, "7.129")[0].Pixels, Pictures.Read(last.ToArray()).Pixels);
    }

    [TestMethod]
    public async Task ItBeginsBeforeItEndsAndLetsOthersPass()
    {
        using var response = await s_server.Client.GetAsync("api/dataset?count=60000", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[16 + 784]);
        // 60,000 pictures take seconds; who comes meanwhile does not wait for them.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        CollectionAssert.AreEqual(Pictures.OfSeed(9, 0, 1)[0].Pixels,
            await s_server.Client.GetByteArrayAsync("api/generate?seed=9&count=1&format=raw", patience.Token));
    }
}
