using System.IO.Compression;
using System.Net;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/generate</c>: the pictures that the command line draws, in every form.</summary>
[TestClass]
public class GenerateTests
{
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_server = await ApiServer.Start();

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task RawIsThePixelsOfEachPicture()
    {
        using var response = await s_server.Client.GetAsync("api/generate?seed=7&first=2&count=5&format=raw");
        foreach (var (name, value) in new[] { ("X-Picture-Width", "28"), ("X-Picture-Height", "28"), ("X-Picture-Count", "5") })
            Assert.AreEqual(value, response.Headers.GetValues(name).Single());
        CollectionAssert.AreEqual(Pictures.Pixels(Pictures.OfSeed(7, 2, 5)), await response.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task JsonHasEachPictureWithItsRecipe()
    {
        var pictures = (await s_server.Json("api/generate?seed=7&first=2&count=2&scale=2")).EnumerateArray().ToArray();
        CollectionAssert.AreEqual(new[] { "7.2", "7.3" }, pictures.Select(one => one.GetProperty("recipe").GetString()).ToArray());
        foreach (var (one, drawn) in pictures.Zip(Pictures.OfSeed(7, 2, 2)))
        {
            Assert.AreEqual((56, 56), (one.GetProperty("width").GetInt32(), one.GetProperty("height").GetInt32()));
            CollectionAssert.AreEqual(Enlargement.Of(drawn, 2).Pixels, Pictures.Read(one.GetProperty("png").GetBytesFromBase64()).Pixels);
        }
    }

    [TestMethod]
    public async Task RecipesAreDrawnInTheirOrderAndTruncated()
    {
        string[] recipes = ["walk(7.3,8.0,0.25)", "7.3", "blend(7.3*2,8.0*1)"];
        var query = string.Join('&', recipes.Select(recipe => "picture=" + Uri.EscapeDataString(recipe)));
        CollectionAssert
            .AreEqual(Pictures.Pixels(Pictures.Of(0.7, recipes)), await s_server.Bytes($"api/generate?{query}&truncation=0.7&format=raw"));
    }

    [TestMethod]
    public async Task PngIsOnePictureAtAnyScale()
    {
        var picture = Pictures.Read(await s_server.Bytes("api/generate?picture=7.3&format=png&scale=32"));
        CollectionAssert.AreEqual(Enlargement.Of(Pictures.Of(null, "7.3")[0], 32).Pixels, picture.Pixels);
        CollectionAssert.AreEqual(Pictures.OfSeed(9, 0, 1)[0].Pixels,
            Pictures.Read(await s_server.Bytes("api/generate?seed=9&format=png")).Pixels, "one without a count");
    }

    [TestMethod]
    public async Task ASheetHasItsColumns()
    {
        var sheet = Pictures.Read(await s_server.Bytes("api/generate?seed=7&count=5&columns=3&format=sheet"));
        CollectionAssert.AreEqual(ImageGrid.Compose(Pictures.OfSeed(7, 0, 5), 3, 2).Pixels, sheet.Pixels);
        var square = Pictures.Read(await s_server.Bytes("api/generate?seed=7&count=16&format=sheet"));
        Assert.AreEqual((4 * 28, 4 * 28), (square.Width, square.Height));
    }

    [TestMethod]
    public async Task AZipHasThePicturesAndTheirTable()
    {
        // More than are drawn at once.
        using var archive = new ZipArchive(new MemoryStream(await s_server.Bytes("api/generate?seed=7&count=300&truncation=1&format=zip")));
        Assert.HasCount(301, archive.Entries);
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        var rows = table.ReadToEnd().Split('\n');
        Assert.AreEqual("images/image_0299.png,\"7.299\",1", rows[300]);
        using var last = new MemoryStream();
        archive.GetEntry("images/image_0299.png")!.Open().CopyTo(last);
        CollectionAssert.AreEqual(Pictures.Of(1, "7.299")[0].Pixels, Pictures.Read(last.ToArray()).Pixels);
    }

    [TestMethod]
    public async Task ManyAtOnceEachGetTheirOwnPictures()
    {
        var expected = Pictures.Pixels(Pictures.OfSeed(3, 0, 60));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var count = 1 + i % 7;
            var first = Math.Min(i, 60 - count);
            CollectionAssert.AreEqual(expected[(first * 784)..((first + count) * 784)],
                await s_server.Bytes($"api/generate?seed=3&first={first}&count={count}&format=raw"), $"request {i}");
        }));
    }

    [TestMethod]
    public async Task WhatABrowserHasIsNotSentAgain()
    {
        const string query = "api/generate?seed=7&count=2&format=raw";
        using var first = await s_server.Client.GetAsync(query);
        Assert.IsTrue(first.Headers.CacheControl!.NoCache, "another model may stand under the same name tomorrow");
        async Task<HttpStatusCode> Again(string asked)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asked);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var response = await s_server.Client.SendAsync(request);
            Assert.AreEqual(response.StatusCode == HttpStatusCode.NotModified, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
            return response.StatusCode;
        }

        Assert.AreEqual(HttpStatusCode.NotModified, await Again(query));
        Assert.AreEqual(HttpStatusCode.OK, await Again("api/generate?seed=8&count=2&format=raw"));
    }

    [TestMethod]
    public async Task FilesHaveNames()
    {
        foreach (var (query, name) in new[]
            { ("format=png", "picture.png"), ("format=sheet", "sheet.png"), ("format=zip", "pictures.zip") })
        {
            using var response = await s_server.Client.GetAsync($"api/generate?{query}&count=1");
            Assert.AreEqual(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        }
    }
}
