using System.IO.Compression;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary>What the API has for a model with w, and answers where a model has none.</summary>
[TestClass]
public class StyleTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.StyleModel));
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) =>
        s_server = await ApiServer.Start(options => options with { Model = Workplace.StyleModel });

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task TheModelSaysThatItCan()
    {
        var can = (await s_server.Json("api/models"))[0].GetProperty("can").EnumerateArray().Select(one => one.GetString());
        CollectionAssert.IsSubsetOf(new[] { "psi", "mix", "noise" }, can.ToArray());
    }

    [TestMethod]
    public async Task PsiIsThatOfTheCommandLineInEveryFormat()
    {
        var drawn = s_gan.Value.Draw(SeedRecipe.Range(7, 0, 3), new Manner(Psi: 0.6));
        CollectionAssert.AreEqual(
            Pictures.Pixels(drawn), await s_server.Bytes("api/generate?seed=7&count=3&psi=0.6&format=raw"));
        using var archive = new ZipArchive(new MemoryStream(await s_server.Bytes("api/dataset?seed=7&count=3&psi=0.6&format=zip")));
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        StringAssert.StartsWith(table.ReadToEnd(), "file,recipe,truncation,psi\nimages/image_0000.png,\"7.0\",,0.6\n");
        var walk = s_gan.Value.Draw(WalkRecipe.Path(Recipe.Parse("7.0"), Recipe.Parse("8.0"), 3), new Manner(Truncation: 1, Psi: 0.6));
        CollectionAssert.AreEqual(Pictures.Pixels(walk),
            await s_server.Bytes("api/interpolate?from=7.0&to=8.0&count=3&truncation=1&psi=0.6&format=raw"));
        Assert.AreEqual(5, (await s_server.Json("api/neighbours?picture=7.0&psi=0.6")).GetProperty("neighbours").GetArrayLength());
    }

    [TestMethod]
    public async Task NoiseHasASeedOfItsOwn()
    {
        // Its strength is 0 in fresh networks, and any seed draws the same; that it changes pictures is tested where it has one.
        CollectionAssert.AreEqual(Pictures.Pixels(s_gan.Value.Draw(SeedRecipe.Range(7, 0, 2), new Manner(NoiseSeed: 5))),
            await s_server.Bytes("api/generate?seed=7&count=2&noise_seed=5&format=raw"));
        await using var server = await ApiServer.Start();
        var problem = await server.Problem("api/generate?seed=7&noise_seed=5", 400);
        Assert.AreEqual("this model's maps have no noise that a seed could choose; those of --network stylegan have it.",
            problem.GetProperty("errors").GetProperty("noise_seed")[0].GetString());
    }

    [TestMethod]
    public async Task StylesAreMixed()
    {
        string[] recipes = ["mix(7.0,8.0,3)", "mix(8.0,walk(7.0,9.0,0.5),5)"];
        CollectionAssert.AreEqual(Pictures.Pixels(s_gan.Value.Draw(recipes.Select(Recipe.Parse))),
            await s_server.Bytes($"api/generate?{string.Join('&', recipes.Select(recipe => $"picture={recipe}"))}&format=raw"));
        var problem = await s_server.Problem("api/generate?picture=mix(7.0,8.0,6)", 400);
        Assert.AreEqual("'mix(7.0,8.0,6)': a mix takes 1 to 5 of this model's 6 rows of w from its first picture, not 6.",
            problem.GetProperty("errors").GetProperty("picture")[0].GetString());
    }

    [TestMethod]
    [DataRow("generate?seed=7&psi=0.7")]
    [DataRow("interpolate?from=7.0&to=8.0&psi=0.7")]
    [DataRow("dataset?seed=7&count=3&psi=0.7")]
    [DataRow("neighbours?picture=7.0&psi=0.7")]
    public async Task AModelWithoutWSaysSo(string query)
    {
        await using var server = await ApiServer.Start();
        var problem = await server.Problem($"api/{query}", 400);
        Assert.AreEqual("this model has no w, which psi moves towards its average; models of --network stylegan have it.",
            problem.GetProperty("errors").GetProperty("psi")[0].GetString());
    }
}
