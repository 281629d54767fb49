using System.Text.Json;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using static Tensorflow.Binding;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/models</c>, and models that change while the server runs.</summary>
[TestClass]
public class ModelsTests
{
    [TestMethod]
    public async Task AModelSaysWhatItIsAndCan()
    {
        await using var server = await ApiServer.Start();
        var model = (await server.Json("api/models")).EnumerateArray().Single();
        Assert.AreEqual(
            ("model", true, Workplace.Model, 100, 28, 28, 1, "null"),
            (model.GetProperty("name").GetString(), model.GetProperty("is_default").GetBoolean(), model.GetProperty("source").GetString(),
                model.GetProperty("latent_dim").GetInt32(),
                model.GetProperty("width").GetInt32(), model.GetProperty("height").GetInt32(), model.GetProperty("channels").GetInt32(),
                model.GetProperty("classes").GetRawText()));
        CollectionAssert.AreEqual(
            new[] { "generate", "interpolate", "truncate", "dataset", "neighbours" },
            model.GetProperty("can").EnumerateArray().Select(one => one.GetString()).ToArray());
    }

    [TestMethod]
    public async Task WithoutAModelAndARunThereAreThoseThatShip()
    {
        await using var server = await ApiServer.Start(options => options with { Model = null });
        CollectionAssert.AreEqual(
            new[] { ("conditional", true, "conditional", 100, 10), ("text", false, "text", 100, 0), ("dcgan", false, "dcgan", 100, 0) },
            (await server.Json("api/models")).EnumerateArray().Select(model =>
                (model.GetProperty("name").GetString(), model.GetProperty("is_default").GetBoolean(),
                    model.GetProperty("source").GetString(), model.GetProperty("latent_dim").GetInt32(),
                    model.GetProperty("classes") is { ValueKind: JsonValueKind.Array } classes ? classes.GetArrayLength() : 0)).ToArray());
        CollectionAssert.AreEqual(Pictures.Pixels(FashionGan.Pretrained().Generate(2, 7)),
            await server.Bytes("api/generate?seed=7&count=2&format=raw"));
        CollectionAssert.AreEqual(Pictures.Pixels(FashionGan.Pretrained("conditional").Generate(2, 7, @class: "bag")),
            await server.Bytes("api/generate?model=conditional&class=bag&seed=7&count=2&format=raw"));
        CollectionAssert.AreEqual(Pictures.Pixels(FashionGan.Pretrained("text").Generate(2, 7, @class: "dark dress")),
            await server.Bytes("api/generate?model=text&text=dark%20dress&seed=7&count=2&format=raw"));
    }

    [TestMethod]
    public async Task AModelThatShipsIsNamed()
    {
        await using var server = await ApiServer.Start(options => options with { Model = "conditional" });
        Assert.AreEqual("conditional", (await server.Json("api/models")).EnumerateArray().Single().GetProperty("name").GetString());
    }

    [TestMethod]
    public async Task ARunsModelIsThereWhenItsFirstEpochIsAndIsNewAfterEachOne()
    {
        var root = Workplace.Path("model of a run");
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "run")).FullName, "generator.safetensors");
        await using var server = await ApiServer.Start(options => options with { Run = root });
        var run = (await server.Json("api/models"))[1];
        Assert.AreEqual(("run", file, 0),
            (run.GetProperty("name").GetString(), run.GetProperty("source").GetString(), run.GetProperty("can").GetArrayLength()));
        await server.Problem("api/generate?model=run", 503);

        string? before = null;
        foreach (var seed in new[] { 5, 6 })
        {
            tf.set_random_seed(seed);
            var gan = new FashionGan(latent_dim: 10);
            gan.Save(file);
            using var response = await server.Client.GetAsync("api/generate?model=run&seed=7&count=2&format=raw");
            CollectionAssert.AreEqual(Pictures.Pixels(gan.Generate(2, 7)), await response.Content.ReadAsByteArrayAsync(), $"epoch {seed}");
            Assert.AreNotEqual(before, response.Headers.ETag?.Tag, "the same address, other pictures");
            before = response.Headers.ETag?.Tag;
        }

        Assert.AreEqual(10, (await server.Json("api/models"))[1].GetProperty("latent_dim").GetInt32());
        CollectionAssert.AreEqual(Pictures.Pixels(Pictures.OfSeed(7, 0, 2)), await server.Bytes("api/generate?seed=7&count=2&format=raw"),
            "the default one is the one that was named");
    }

    [TestMethod]
    public async Task WhatTheProgramIsCalledAndWhatItsFiguresMeanIsSaid()
    {
        await using var server = await ApiServer.Start(options => options with { Program = "dotnet run --" });
        var about = await server.Json("api/about");
        Assert.AreEqual("dotnet run --", about.GetProperty("program").GetString());
        CollectionAssert.AreEqual(new[] { "d_loss", "g_loss", "d_real", "d_fake", "d_accuracy_real", "d_accuracy_fake" },
            about.GetProperty("logs").EnumerateObject().Select(log => log.Name).ToArray());
        Assert.AreEqual("D(x), how real the discriminator finds real pictures",
            about.GetProperty("logs").GetProperty("d_real").GetString());
    }

    [TestMethod]
    public async Task ARunsModelThatIsNoneIsAProblemOfThatModelOnly()
    {
        var root = Workplace.Path("broken model of a run");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, "run")).FullName, "generator.safetensors"), "{}");
        await using var server = await ApiServer.Start(options => options with { Run = root });
        Assert.AreEqual(0, (await server.Json("api/models"))[1].GetProperty("can").GetArrayLength());
        StringAssert.Contains((await server.Problem("api/generate?model=run", 503)).GetProperty("detail").GetString(), "a JSON file");
        await server.Bytes("api/generate?count=1");
    }
}
