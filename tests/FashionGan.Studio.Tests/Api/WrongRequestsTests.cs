using System.Text;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What is wrong with a request is said of the parameter that is.</summary>
[TestClass]
public class WrongRequestsTests
{
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_server = await ApiServer.Start();

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    [DataRow("generate?seed=-1", "seed", "needs a whole number from 0 to 2147483647, not '-1'.")]
    [DataRow("generate?seed=1.5", "seed", "needs a whole number from 0 to 2147483647, not '1.5'.")]
    [DataRow("generate?seed=", "seed", "needs a whole number from 0 to 2147483647, not ''.")]
    [DataRow("generate?seed=99999999999", "seed", "needs a whole number from 0 to 2147483647, not '99999999999'.")]
    [DataRow("generate?seed=1&seed=2", "seed", "is given 2 times.")]
    [DataRow("generate?Seed=1", "Seed", "there is no such parameter; there are seed, first,")]
    [DataRow("generate?cuont=1", "cuont", "there is no such parameter;")]
    [DataRow("generate?count=0", "count", "needs a whole number from 1 to 1000, not '0'.")]
    [DataRow("generate?count=257", "count", "json takes 256 pictures at most, not 257.")]
    [DataRow("generate?count=2&format=png", "count", "png takes one picture, not 2.")]
    [DataRow("generate?picture=7.3&picture=8.0&format=png", "picture", "png takes one picture, not 2.")]
    [DataRow("generate?count=1001&format=zip", "count", "needs a whole number from 1 to 1000, not '1001'.")]
    [DataRow("generate?picture=7", "picture",
        "'7' is no recipe of a picture: at character 2: a seed goes with a picture's number, as in 7.0.")]
    [DataRow("generate?picture=", "picture", "'' is no recipe of a picture: at character 1:")]
    [DataRow("generate?picture=7.3&seed=2", "seed", "does not go with picture, which says what to draw.")]
    [DataRow("generate?truncation=0", "truncation", "needs a number from 0.05 to 5, not '0'.")]
    [DataRow("generate?psi=-1", "psi", "needs a number from 0 to 2, not '-1'.")]
    [DataRow("generate?truncation=NaN", "truncation", "needs a number from 0.05 to 5, not 'NaN'.")]
    [DataRow("generate?truncation=0,5", "truncation", "needs a number from 0.05 to 5, not '0,5'.")]
    [DataRow("generate?scale=33", "scale", "needs a whole number from 1 to 32, not '33'.")]
    [DataRow("generate?scale=2&format=raw", "scale", "does not go with the format raw")]
    [DataRow("generate?count=256&scale=32&format=sheet", "scale",
        "all pictures together would have 205,520,896 pixels; 16,777,216 are the most.")]
    [DataRow("generate?columns=3", "columns", "goes with the format sheet only.")]
    [DataRow("generate?format=jpeg", "format", "needs json, raw, png, sheet or zip, not 'jpeg'.")]
    [DataRow("generate?model=other", "model", "there is no model 'other'; there are model.")]
    [DataRow("generate?class=bag", "class", "The model has no classes, so it cannot draw 'bag'")]
    [DataRow("generate?picture=7.3@bag", "picture", "'7.3@bag': The model has no classes, so it cannot draw 'bag'")]
    [DataRow("interpolate?from=7.3&to=8.0@bag", "to", "'8.0@bag': The model has no classes, so it cannot draw 'bag'")]
    [DataRow("neighbours?picture=7.3@bag", "picture", "'7.3@bag': The model has no classes, so it cannot draw 'bag'")]
    [DataRow("dataset?class=bag", "class", "The model has no classes, so it cannot draw 'bag'")]
    [DataRow("dataset?format=labels", "format", "the model 'model' has no classes, so its pictures have no labels.")]
    [DataRow("interpolate?to=8.0", "from", "is needed.")]
    [DataRow("interpolate?from=7.3", "to", "is needed.")]
    [DataRow("interpolate?from=7.3&to=8.0&from=9.0", "from", "is given 2 times.")]
    [DataRow("interpolate?from=7.3&to=8.0&count=1", "count", "needs a whole number from 2 to 240, not '1'.")]
    [DataRow("interpolate?from=7.3&to=8.0&delay=50", "delay", "goes with the formats animation, gif and webp only.")]
    [DataRow("interpolate?from=7.3&to=8.0&delay=5&format=animation", "delay", "needs a whole number from 10 to 10000, not '5'.")]
    [DataRow("dataset?count=60001", "count", "needs a whole number from 1 to 60000, not '60001'.")]
    [DataRow("dataset?format=csv", "format", "needs idx, idx.gz, labels, labels.gz or zip, not 'csv'.")]
    [DataRow("dataset?first=2", "first", "there is no such parameter;")]
    [DataRow("neighbours", "picture", "is needed.")]
    [DataRow("neighbours?picture=7.3&picture=8.0", "picture", "is given 2 times.")]
    [DataRow("neighbours?picture=7.3&count=51", "count", "needs a whole number from 1 to 50, not '51'.")]
    [DataRow("about?all=1", "all", "there are no parameters here.")]
    [DataRow("models?all=1", "all", "there is no such parameter; the only one is model.")]
    [DataRow("run?epoch=1", "epoch", "there is no such parameter; the only one is run.")]
    public async Task ArePlainlyRefused(string query, string field, string complaint)
    {
        var problem = await s_server.Problem("api/" + query, 400);
        var errors = problem.GetProperty("errors").EnumerateObject().ToArray();
        CollectionAssert.AreEqual(new[] { field }, errors.Select(error => error.Name).ToArray(), problem.ToString());
        StringAssert.StartsWith(errors[0].Value[0].GetString(), complaint);
        StringAssert.Contains(problem.GetProperty("detail").GetString(), errors[0].Value[0].GetString());
        Assert.AreEqual(("about:blank", "Bad Request"),
            (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
    }

    [TestMethod]
    public async Task EverythingThatIsWrongIsSaidAtOnce()
    {
        var errors = (await s_server.Problem("api/generate?seed=x&count=0&model=other&odd=1", 400)).GetProperty("errors");
        CollectionAssert
            .AreEquivalent(new[] { "seed", "count", "model", "odd" }, errors.EnumerateObject().Select(error => error.Name).ToArray());
    }

    [TestMethod]
    public async Task TwoRecipesThatAreTooDeepTogetherAreRefused()
    {
        var deepest = Enumerable.Range(0, 8).Aggregate("7.3", (inner, _) => $"walk({inner},8.0,0.5)");
        await s_server.Bytes($"api/generate?picture={deepest}&format=raw");
        var problem = await s_server.Problem($"api/interpolate?from={deepest}&to=8.0", 400);
        StringAssert.Contains(problem.GetProperty("errors").GetProperty("to")[0].GetString(), "nest 8 deep at most");
    }

    [TestMethod]
    [DataRow("api/nothing")]
    [DataRow("nothing.html")]
    [DataRow("api/generate/more")]
    [DataRow("../FashionGan.Studio.dll")]
    [DataRow("..%2fFashionGan.Studio.dll")]
    [DataRow("%2e%2e/FashionGan.Studio.dll")]
    public async Task WhatIsNotThereIsNotFound(string path) => await s_server.Problem(path, 404);

    [TestMethod]
    public async Task OnlyGetIsAnswered()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var request = new HttpRequestMessage(method, "api/generate");
            using var response = await s_server.Client.SendAsync(request);
            Assert.AreEqual((405, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType),
                method.Method);
        }
    }

    [TestMethod]
    public async Task ABodyIsRefusedUnread()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/generate")
            { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("seed=7")) };
        using var response = await s_server.Client.SendAsync(request);
        Assert.AreEqual((413, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [TestMethod]
    public async Task ALongAddressIsAnsweredUpTo64KiB()
    {
        var recipe = "blend(" + string.Join(',', Enumerable.Range(0, 16).Select(i => $"{i}.{i}*{i + 1}")) + ")";
        var query = "api/generate?format=raw&" + string.Join('&', Enumerable.Repeat("picture=" + recipe, 256));
        Assert.IsGreaterThan(30_000, query.Length);
        Assert.AreEqual(256 * 784, (await s_server.Bytes(query)).Length);
        var problem = await s_server.Problem("api/generate?model=" + new string('x', 65_536), 414);
        StringAssert.Contains(problem.GetProperty("detail").GetString(), "65,556 characters; 65,536 are the most");
        using var response = await s_server.Client.GetAsync("api/generate?model=" + new string('x', 4 * 65_536));
        Assert.AreEqual(414, (int)response.StatusCode);
    }
}
