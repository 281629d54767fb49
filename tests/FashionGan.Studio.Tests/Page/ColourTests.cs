using FashionGanTf.Models;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The page with a model of 64 x 64 in colour.</summary>
[TestClass]
public sealed class ColourTests
{
    private const string Places = "#generate-pictures [role=option]";

    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.ColourModel));
    private static Studio s_studio = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_studio = await Studio.Start(model: Workplace.ColourModel);

    [ClassCleanup]
    public static async Task End() => await s_studio.DisposeAsync();

    [TestMethod]
    public async Task PicturesAreInTheirColours()
    {
        await using var visit = await Visit.To(s_studio);
        foreach (var place in new[] { 0, 5 })
            await visit.RequirePixels($"{Places}:nth-child({place + 1}) canvas", Pixels($"3.{place}"), $"picture {place}", channels: 3);
        await visit.Find($"{Places}:nth-child(6)").ClickAsync();
        await visit.RequirePixels("#portrait", Pixels("3.5"), "the chosen one", channels: 3);
        await visit.Go("#/walk?from=7.0&to=8.0&at=0.5");
        await visit.RequirePixels("#walk-picture", Pixels("walk(7.0,8.0,0.5)"), "half of the way", channels: 3);
        await visit.Go("#/blend?part=7.0&weight=1&part=8.0&weight=1");
        await visit.RequirePixels("#blend-picture", Pixels("blend(7.0*1,8.0*1)"), "half and half", channels: 3);
    }

    /// <summary>A place's width need not be a multiple of 64 pixels: places fill the room, and stay apart as gray ones do.</summary>
    [TestMethod]
    [DataRow(360)]
    [DataRow(1280)]
    [DataRow(1900)]
    public async Task PicturesFillTheRoom(int width)
    {
        await using var visit = await Visit.To(s_studio, "", width, 900);
        var between = await visit.Page.EvaluateAsync<double>(
            $"(([one, other]) => other.getBoundingClientRect().left - one.getBoundingClientRect().right)" +
            $"(document.querySelectorAll('{Places}'))");
        Assert.IsLessThan(8, between, $"{between} pixels lie between two pictures");
        Assert.AreEqual(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var rendering = await visit.Find($"{Places}:first-child canvas")
            .EvaluateAsync<string>("canvas => getComputedStyle(canvas).imageRendering");
        Assert.AreEqual("auto", rendering);
    }

    [TestMethod]
    public async Task ADataSetIsAnArrayOfFourAxes()
    {
        await using var visit = await Visit.To(s_studio);
        await visit.Find("#generate [data-take]").ClickAsync();
        await visit.Find("#take input[value=dataset]").CheckAsync();
        await Expect(visit.Find("label.format:has([value=dataset])")).ToContainTextAsync("an array of four axes");
        await visit.Find("#take-packed").UncheckAsync();
        await visit.Find("#take-count").FillAsync("20");
        await Expect(visit.Find("#take-words")).ToHaveTextAsync("Pictures 0 to 19 of seed 3: 246 kB before compression.");
        var line = (await visit.Find("#command").TextContentAsync())!;
        var (name, bytes) = await visit.Download(() => visit.Find("#take-go").ClickAsync());
        Assert.AreEqual("generated-images-idx4-ubyte", name);
        var folder = Workplace.Path("colour by command");
        CommandLine.Run(line, folder);
        CollectionAssert.AreEqual(bytes, await File.ReadAllBytesAsync(Path.Combine(folder, name)));
        Assert.AreEqual("(20, 64, 64, 3)", IdxFile.load(Path.Combine(folder, name)).shape.ToString());
    }

    private static byte[] Pixels(string recipe) => s_gan.Value.Draw([Recipe.Parse(recipe)])[0].Pixels;
}
