using System.IO.Compression;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What the API draws, and refuses, of a model with classes.</summary>
[TestClass]
public class ClassesTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.ConditionalModel));
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) =>
        s_server = await ApiServer.Start(options => options with { Model = Workplace.ConditionalModel });

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task TheModelSaysWhatItHas() => CollectionAssert.AreEqual(
        s_gan.Value.Classes.ToList(),
        (await s_server.Json("api/models"))[0].GetProperty("classes").EnumerateArray().Select(name => name.GetString()).ToList());

    [TestMethod]
    [DataRow("generate?seed=7&count=3", "7.0@t-shirt/top 7.1@trouser 7.2@pullover")]
    [DataRow("generate?seed=7&first=4&count=2&class=Ankle%20boots", "7.4@9 7.5@9")]
    [DataRow("generate?seed=7&count=5&class=sneaker&class=8", "7.0@sneaker 7.1@sneaker 7.2@sneaker 7.0@bag 7.1@bag")]
    [DataRow("generate?picture=7.3@bag&picture=7.3@t-shirt/top&picture=7.3", "7.3@bag 7.3@0 7.3@3")]
    [DataRow("generate?picture=7.3&picture=8.0@bag&class=dress", "7.3@dress 8.0@bag")]
    [DataRow("generate?picture=blend(7.3@shirt*1,8.0@coat*1)", "blend(7.3@shirt*1,8.0@coat*1)")]
    [DataRow("interpolate?from=7.3@bag&to=8.0@sandal&count=3", "7.3@bag walk(7.3@bag,8.0@sandal,0.5) 8.0@sandal")]
    [DataRow("interpolate?from=7.3&to=8.0@sandal&class=coat&count=2", "7.3@coat 8.0@sandal")]
    public async Task PicturesAreOfTheClassThatIsAskedFor(string query, string recipes)
    {
        var pictures = s_gan.Value.Draw(recipes.Split(' ').Select(Recipe.Parse));
        CollectionAssert.AreEqual(Pictures.Pixels(pictures), await s_server.Bytes($"api/{query}&format=raw"));
    }

    [TestMethod]
    public async Task AClassMakesAnotherPictureOfTheSameNoise() => CollectionAssert.AreNotEqual(
        await s_server.Bytes("api/generate?picture=7.3@bag&format=raw"), await s_server.Bytes("api/generate?picture=7.3@coat&format=raw"));

    [TestMethod]
    public async Task WhatIsAnsweredAsJsonCanBeAskedForAgain()
    {
        var pictures = await s_server.Json("api/generate?seed=7&count=2&class=Ankle%20boot");
        var recipes = pictures.EnumerateArray().Select(picture => picture.GetProperty("recipe").GetString()).ToArray();
        CollectionAssert.AreEqual(new[] { "7.0@ankle-boot", "7.1@ankle-boot" }, recipes);
        CollectionAssert.AreEqual(await s_server.Bytes("api/generate?seed=7&count=2&class=9&format=raw"),
            await s_server.Bytes($"api/generate?picture={recipes[0]}&picture={recipes[1]}&format=raw"));
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow(".gz", ".gz")]
    public async Task ADataSetHasLabels(string format, string ending)
    {
        const string Query = "api/dataset?seed=7&count=5&class=sneaker&class=bag&format=";
        using var response = await s_server.Client.GetAsync(Query + "labels" + format);
        Assert.AreEqual("generated-labels-idx1-ubyte" + ending, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var path = Workplace.Path("labels" + ending);
        File.WriteAllBytes(path, await response.Content.ReadAsByteArrayAsync());
        CollectionAssert.AreEqual(new byte[] { 7, 7, 7, 8, 8 }, IdxFile.load(path).ToArray<byte>());
        path = Workplace.Path("pictures of classes" + ending);
        File.WriteAllBytes(path, await s_server.Bytes(Query + "idx" + format));
        CollectionAssert.AreEqual(
            Pictures.Pixels([.. s_gan.Value.Generate(3, 7, @class: "sneaker"), .. s_gan.Value.Generate(2, 7, @class: "bag")]),
            IdxFile.load(path).ToArray<byte>());
    }

    [TestMethod]
    public async Task WhereNobodySaysAClassTheyTakeTurnsInADataSetToo()
    {
        var path = Workplace.Path("labels in turn");
        File.WriteAllBytes(path, await s_server.Bytes("api/dataset?count=12&format=labels"));
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1 }, IdxFile.load(path).ToArray<byte>());
    }

    [TestMethod]
    public async Task TheTableOfAZipSaysLabelAndClass()
    {
        using var archive = new ZipArchive(new MemoryStream(
            await s_server.Bytes("api/generate?picture=7.3@t-shirt&picture=7.4&picture=walk(7.3@bag,8.0@coat,0.5)&format=zip")));
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        Assert.AreEqual(
            """
            file,recipe,truncation,label,class
            images/image_0000.png,"7.3@t-shirt",,0,"T-shirt"
            images/image_0001.png,"7.4",,4,"coat"
            images/image_0002.png,"walk(7.3@bag,8.0@coat,0.5)",,,

            """.ReplaceLineEndings("\n"), await table.ReadToEndAsync());
    }

    [TestMethod]
    [DataRow("generate?class=hat", "class", "There is no class 'hat'; there are 0 T-shirt, 1 trouser,")]
    [DataRow("generate?class=10", "class", "There is no class '10'; there are 0 T-shirt,")]
    [DataRow("generate?class=", "class", "needs the name or the number of a class, not ''.")]
    [DataRow("generate?class=bag&class=hat", "class", "There is no class 'hat'")]
    [DataRow("generate?class=bag&class=coat&count=1", "count", "1 is less than a picture of each of 2 classes.")]
    [DataRow("generate?picture=7.3@hat", "picture", "'7.3@hat': There is no class 'hat'")]
    [DataRow("generate?picture=7.3@", "picture", "'7.3@' is no recipe of a picture: at character 5: the name of a class was expected")]
    [DataRow("generate?picture=7.3&class=bag&class=coat", "class", "is given 2 times; 1 is the most here.")]
    [DataRow("interpolate?from=7.3@hat&to=8.0", "from", "'7.3@hat': There is no class 'hat'")]
    [DataRow("interpolate?from=7.3&to=8.0&class=hat", "class", "There is no class 'hat'")]
    [DataRow("dataset?class=hat", "class", "There is no class 'hat'")]
    [DataRow("dataset?class=hat&format=labels", "class", "There is no class 'hat'")]
    [DataRow("neighbours?picture=7.3&class=hat", "class", "There is no class 'hat'")]
    public async Task AWrongOneIsPlainlyRefused(string query, string field, string complaint)
    {
        var problem = await s_server.Problem("api/" + query, 400);
        var errors = problem.GetProperty("errors").EnumerateObject().ToArray();
        CollectionAssert.AreEqual(new[] { field }, errors.Select(error => error.Name).ToArray(), problem.ToString());
        StringAssert.StartsWith(errors[0].Value[0].GetString(), complaint);
    }
}
