using System.Text.Json;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Page;
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
    public async Task RunsOfTheFolderDrawWhenTheyAreAskedFor()
    {
        var folder = Workplace.Path("models of runs");
        string File(string run) => Path.Combine(folder, run, "run", "generator.safetensors");
        foreach (var run in new[] { "first", "second", "broken", "new" })
            WrittenPageRun.Write(Path.Combine(folder, run), epochs: 1, planned: 1, isTraining: false);
        tf.set_random_seed(3);
        var gan = new FashionGan(latent_dim: 10);
        gan.Save(File("first"));
        gan.Save(File("second"));
        System.IO.File.WriteAllText(File("broken"), "{}");
        await using var server = await ApiServer.Start(options => options with { Runs = folder });
        async Task<Dictionary<string, (bool HasFingerprint, bool CanLoad, bool CanDraw)>> Models(string query = "") =>
            (await server.Json($"api/models{query}")).EnumerateArray().ToDictionary(
                model => model.GetProperty("name").GetString()!,
                model => (model.GetProperty("fingerprint").ValueKind == JsonValueKind.String, Can(model, "load"), Can(model, "generate")));
        static bool Can(JsonElement model, string what) => model.GetProperty("can").EnumerateArray().Any(one => one.GetString() == what);

        var models = await Models();
        CollectionAssert.AreEquivalent(new[] { "model", "runs/first", "runs/second", "runs/broken" }, models.Keys.ToArray());
        Assert.AreEqual((false, true, false), models["runs/first"], "none is read before it is asked for");
        models = await Models("?model=runs/first");
        Assert.AreEqual((true, false, true), models["runs/first"]);
        Assert.AreEqual((false, true, false), models["runs/second"]);
        CollectionAssert.AreEqual(Pictures.Pixels(gan.Generate(2, 7)),
            await server.Bytes("api/generate?model=runs/second&seed=7&count=2&format=raw"));
        Assert.AreEqual((true, false, true), (await Models())["runs/second"]);

        var trained = new FashionGan(latent_dim: 12);
        trained.Save(File("first"));
        CollectionAssert.AreEqual(Pictures.Pixels(trained.Generate(2, 7)),
            await server.Bytes("api/generate?model=runs/first&seed=7&count=2&format=raw"), "its file is newer");
        foreach (var path in new[] { "api/models", "api/generate" })
            StringAssert.Contains(
                (await server.Problem($"{path}?model=runs/broken", 503)).GetProperty("detail").GetString(), "a JSON file");
        Directory.Delete(Path.Combine(folder, "second"), recursive: true);
        Assert.IsFalse((await Models()).ContainsKey("runs/second"));
        foreach (var gone in new[] { "runs/second", "runs/new", "runs/../first" })
            StringAssert.Contains((await server.Problem($"api/generate?model={gone}", 400)).GetProperty("errors").GetProperty("model")[0]
                .GetString(), $"there is no model '{gone}'; there are model, runs/");
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
