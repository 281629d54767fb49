using System.Net;
using System.Text.Json;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What the API draws, says and refuses of a model that takes texts.</summary>
[TestClass]
public class TextTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.TextModel));
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) =>
        s_server = await ApiServer.Start(options => options with { Model = Workplace.TextModel });

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task TheModelSaysItsWords()
    {
        var model = (await s_server.Json("api/models"))[0];
        CollectionAssert.AreEqual(Workplace.Vocabulary.ToList(), Strings(model.GetProperty("words")).ToList());
        Assert.AreEqual(JsonValueKind.Null, model.GetProperty("classes").ValueKind);
    }

    [TestMethod]
    [DataRow("generate?seed=7&count=3", "7.0@a-dark-dress 7.1@light-boot 7.2@a-dark-dress")]
    [DataRow("generate?seed=7&first=4&count=2&text=Dark%20dress!", "7.4@dark-dress 7.5@dark-dress")]
    [DataRow("generate?seed=7&count=3&text=dress&text=a%20boot", "7.0@dress 7.1@dress 7.0@a-boot")]
    [DataRow("generate?picture=7.3@light-boot&picture=7.3", "7.3@light-boot 7.3@light-boot")]
    [DataRow("interpolate?from=7.3@dress&to=8.0@boot&count=3", "7.3@dress walk(7.3@dress,8.0@boot,0.5) 8.0@boot")]
    public async Task PicturesAreOfTheTextThatIsAskedFor(string query, string recipes)
    {
        var pictures = s_gan.Value.Draw(recipes.Split(' ').Select(Recipe.Parse));
        CollectionAssert.AreEqual(Pictures.Pixels(pictures), await s_server.Bytes($"api/{query}&format=raw"));
    }

    [TestMethod]
    public async Task PicturesSayTheCaptionWhoseTurnItIs()
    {
        foreach (var query in new[] { "generate?seed=7&count=3", "scores?seed=7&count=3" })
            CollectionAssert.AreEqual(new[] { "7.0@a-dark-dress", "7.1@light-boot", "7.2@a-dark-dress" },
                (await s_server.Json($"api/{query}")).EnumerateArray().Select(one => one.GetProperty("recipe").GetString()).ToArray());
        CollectionAssert.AreEqual(new[] { "light boot", "a dark dress" },
            Strings(await s_server.Json("api/captions?first=1&count=2")).ToList());
    }

    [TestMethod]
    public async Task PluralsAreReadAndThatIsSaid()
    {
        Assert.AreEqual("boot", (await s_server.Json("api/models"))[0].GetProperty("readings").GetProperty("boots").GetString());
        var answer = await s_server.Json("api/words?text=dark%20boots,%20not%20light");
        CollectionAssert.AreEqual(new[] { "dark", "boot", "light" }, Strings(answer.GetProperty("known")).ToList());
        StringAssert.StartsWith(Strings(answer.GetProperty("notes")).First(), "'boots' is read as 'boot'.");
        StringAssert.Contains(string.Join(' ', Strings(answer.GetProperty("notes"))), "does not understand 'not light'");
    }

    [TestMethod]
    public async Task WithoutAModelTheOneThatKnowsTheWordsDraws()
    {
        await using var server = await ApiServer.Start(options => options with { Model = null });
        var text = FashionGan.Pretrained("text");
        foreach (var (query, recipe) in new[]
        {
            ("generate?seed=7&count=1&text=dark%20dress", "7.0@dark-dress"), ("generate?picture=7.0@light-coat", "7.0@light-coat"),
            ("interpolate?from=7.0@dark-dress&to=8.0@bag&count=2", "7.0@dark-dress 8.0@bag"),
        })
            CollectionAssert.AreEqual(Pictures.Pixels(text.Draw(recipe.Split(' ').Select(Recipe.Parse))),
                await server.Bytes($"api/{query}&format=raw"), query);
        CollectionAssert.AreEqual(Pictures.Pixels(FashionGan.Pretrained().Draw([Recipe.Parse("7.0@bag")])),
            await server.Bytes("api/generate?picture=7.0@bag&format=raw"), "whose classes are the default model's");
        Assert.AreEqual("dark", Strings((await server.Json("api/words?text=dark")).GetProperty("known")).Single());
        foreach (var query in new[] { "generate?text=dress&model=dcgan", "words?text=dress&model=dcgan", "captions?model=dcgan" })
        {
            using var response = await server.Client.GetAsync($"api/{query}");
            Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
            StringAssert.Contains(await response.Content.ReadAsStringAsync(), "knows no words; the model 'text' does.");
        }
    }

    [TestMethod]
    public async Task TheBestAreOfTheText()
    {
        var scores = await s_server.Json("api/scores?seed=7&count=2&best_of=2&text=dark%20dress");
        Assert.IsTrue(scores.EnumerateArray().All(
            score => score.GetProperty("recipe").GetString()!.EndsWith("@dark-dress", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task ATextIsUnderstoodWordByWord()
    {
        var answer = await s_server.Json("api/words?text=A%20dark,%20sleevless%20boot%20dress%20xyzzy");
        CollectionAssert.AreEqual(new[] { "a", "dark", "boot", "dress" }, Strings(answer.GetProperty("known")).ToList());
        var unknown = answer.GetProperty("unknown").EnumerateArray().ToList();
        CollectionAssert.AreEqual(
            new[] { "sleevless", "xyzzy" }, unknown.ConvertAll(word => word.GetProperty("text").GetString()));
        CollectionAssert.AreEqual(new[] { "sleeveless", "sleeves" }, Strings(unknown[0].GetProperty("near")).ToList());
        CollectionAssert.AreEqual(new[]
        {
            "the model does not know 'sleevless' (near: sleeveless, sleeves), 'xyzzy'; they are left out.",
            "no picture that the model learned from was called both 'boot' and 'dress'; it draws something between.",
        }, Strings(answer.GetProperty("notes")).ToList());
        StringAssert.StartsWith(
            Strings((await s_server.Json("api/words?text=xyzzy")).GetProperty("notes")).Single(), "the model knows no word of the text");
    }

    [TestMethod]
    [DataRow("generate?text=xyzzy", "text", "the model knows no word of the text: 'xyzzy'; it knows a, boot, dark,")]
    [DataRow("generate?text=", "text", "needs words, such as dark sleeveless dress.")]
    [DataRow("generate?text=dress&class=dress", "text", "does not go with class")]
    [DataRow("generate?class=dress", "class", "has no classes")]
    [DataRow("generate?picture=7.3&text=dress", "text", "does not go with picture")]
    [DataRow("generate?count=1&text=dress&text=boot", "count", "1 is less than a picture of each of 2 texts.")]
    [DataRow("generate?picture=7.3@xyzzy", "picture", "the model knows no word of the text")]
    [DataRow("words", "text", "is missing.")]
    [DataRow("words?text=%3F!", "text", "needs words")]
    [DataRow("dataset?text=xyzzy&count=1", "text", "the model knows no word")]
    public async Task WhatIsWrongIsRefused(string query, string parameter, string complaint)
    {
        using var response = await s_server.Client.GetAsync($"api/{query}");
        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        StringAssert.Contains(errors.GetProperty(parameter)[0].GetString(), complaint);
    }

    [TestMethod]
    public async Task AModelOfClassesKnowsNoWords()
    {
        await using var server = await ApiServer.Start(options => options with { Model = Workplace.ConditionalModel });
        foreach (var query in new[] { "generate?text=dress", "words?text=dress" })
        {
            using var response = await server.Client.GetAsync($"api/{query}");
            Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
            StringAssert.Contains(await response.Content.ReadAsStringAsync(), "knows no words");
        }
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(one => one.GetString()!);
}
