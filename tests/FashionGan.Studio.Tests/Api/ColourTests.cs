using System.IO.Compression;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What the API answers of a model of 64 x 64 in colour.</summary>
[TestClass]
public class ColourTests
{
    private const int Bytes = 64 * 64 * 3;

    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.ColourModel));
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) =>
        s_server = await ApiServer.Start(options => options with { Model = Workplace.ColourModel });

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task TheModelSaysItsSizeAndColours()
    {
        var model = (await s_server.Json("api/models"))[0];
        CollectionAssert.AreEqual(
            new[] { 64, 64, 3 }, new[] { "width", "height", "channels" }.Select(name => model.GetProperty(name).GetInt32()).ToArray());
    }

    [TestMethod]
    public async Task RawPicturesHaveThreeBytesAPixel()
    {
        using var response = await s_server.Client.GetAsync("api/generate?seed=7&count=3&format=raw");
        CollectionAssert.AreEqual(new[] { "64", "64", "3", "3" }, new[] { "Width", "Height", "Channels", "Count" }
            .Select(name => response.Headers.GetValues($"X-Picture-{name}").Single()).ToArray());
        CollectionAssert.AreEqual(Pictures.Pixels(s_gan.Value.Generate(3, seed: 7)), await response.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task EveryFormatHasThePicture()
    {
        var drawn = s_gan.Value.Generate(2, seed: 7);
        CollectionAssert.AreEqual(drawn[0].Pixels, Pictures.Read(await s_server.Bytes("api/generate?picture=7.0&format=png")).Pixels);
        CollectionAssert.AreEqual(Enlargement.Of(ImageGrid.Compose(drawn, 2, 1), 3).Pixels,
            Pictures.Read(await s_server.Bytes("api/generate?seed=7&count=2&scale=3&format=sheet")).Pixels);
        CollectionAssert.AreEqual(
            drawn[1].Pixels,
            Pictures.Read((await s_server.Json("api/generate?seed=7&count=2"))[1].GetProperty("png").GetBytesFromBase64()).Pixels);
        CollectionAssert.AreEqual(
            WalkAnimation.Encode(s_gan.Value.Draw(WalkRecipe.Path(Recipe.Parse("7.0"), Recipe.Parse("7.1"), 3)), 80),
            await s_server.Bytes("api/interpolate?from=7.0&to=7.1&count=3&format=animation"));
        using var archive = new ZipArchive(new MemoryStream(await s_server.Bytes("api/generate?seed=7&count=2&format=zip")));
        using var last = new MemoryStream();
        archive.GetEntry("images/image_0001.png")!.Open().CopyTo(last);
        CollectionAssert.AreEqual(drawn[1].Pixels, Pictures.Read(last.ToArray()).Pixels);
    }

    [TestMethod]
    public async Task ADataSetHasAFourthAxisAndKnowsItsLength()
    {
        using var response = await s_server.Client.GetAsync("api/dataset?seed=7&count=130", HttpCompletionOption.ResponseHeadersRead);
        Assert.AreEqual(20 + 130 * Bytes, response.Content.Headers.ContentLength);
        Assert.AreEqual("generated-images-idx4-ubyte", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var path = Workplace.Path("colour.idx");
        File.WriteAllBytes(path, await response.Content.ReadAsByteArrayAsync());
        var array = IdxFile.load(path);
        Assert.AreEqual(new Tensorflow.Shape(130, 64, 64, 3), array.shape);
        CollectionAssert.AreEqual(s_gan.Value.Generate(1, seed: 7, first: 129)[0].Pixels, array.ToArray<byte>()[(129 * Bytes)..]);
    }

    /// <summary>The data at hand are gray; that is known when they are read.</summary>
    [TestMethod]
    public async Task TrainingPicturesOfAnotherShapeAreNoNeighbours()
    {
        StringAssert.StartsWith(
            (await s_server.Problem("api/neighbours?picture=7.0", 503)).GetProperty("detail").GetString(),
            "The training data are pictures of 28 x 28 in gray, and the model draws 64 x 64 in colour.");
        var can = (await s_server.Json("api/models"))[0].GetProperty("can").EnumerateArray().Select(one => one.GetString()).ToList();
        CollectionAssert.DoesNotContain(can, "neighbours");
        CollectionAssert.Contains(can, "dataset");
    }
}
