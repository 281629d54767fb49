using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>A model with classes: chips, a seed in every class, walks between kinds, favourites and data sets. One without has none of
/// it.</summary>
[TestClass]
public sealed class ClassesTests : IAsyncDisposable
{
    private const string Places = "#generate-pictures [role=option]";
    private const string Row = "#every-class-pictures [role=option]";
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.ConditionalModel));
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start(isConditional: true);

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task ChipsChooseAllOrAnySetOfClasses()
    {
        await using var visit = await Visit.To(_studio);
        await Expect(visit.Find("#chips .chip")).ToHaveTextAsync(["All", .. s_gan.Value.Classes]);
        await RequirePressed(visit, "All");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("3.1@trouser"), "classes take turns");
        await Expect(visit.Find($"{Places}:nth-child(2)")).ToHaveAccessibleNameAsync("Picture 1 of seed 3, trouser");

        await Press(visit, "sneaker");
        await visit.RequireAddress("class=sneaker$");
        await RequirePressed(visit, "sneaker");
        await visit.RequirePixels($"{Places}:nth-child(24) canvas", Pixels("3.23@sneaker"), "all are sneakers");
        await Press(visit, "ankle boot");
        await Press(visit, "T-shirt");
        await visit.RequireAddress("class=t-shirt&class=sneaker&class=ankle-boot$");
        await RequirePressed(visit, "T-shirt", "sneaker", "ankle boot");
        foreach (var (place, recipe) in new[] { (1, "3.0@t-shirt/top"), (8, "3.7@0"), (9, "3.0@sneaker"), (24, "3.7@ankle-boot") })
            await visit.RequirePixels($"{Places}:nth-child({place}) canvas", Pixels(recipe), recipe);
        await visit.Find("#more").ClickAsync();
        await visit.RequirePixels($"{Places}:nth-child(9) canvas", Pixels("3.8@sneaker"), "the next ones of each class");

        await visit.Reload();
        await RequirePressed(visit, "T-shirt", "sneaker", "ankle boot");
        await Press(visit, "sneaker");
        await RequirePressed(visit, "T-shirt", "ankle boot");
        await visit.Find("#undo").ClickAsync();
        await RequirePressed(visit, "T-shirt", "sneaker", "ankle boot");
        await Press(visit, "All");
        await RequirePressed(visit, "All");
    }

    [TestMethod]
    public async Task OneSeedIsSeenInEveryClass()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find($"{Places}:nth-child(4)").ClickAsync();
        await Expect(visit.Find("#every-class-title")).ToHaveTextAsync("Picture 3 of seed 3 in every class");
        await Expect(visit.Find($"{Row} .below")).ToHaveTextAsync([.. s_gan.Value.Classes]);
        await Expect(visit.Find($"{Row}:nth-child(4)")).ToHaveAttributeAsync("aria-selected", "true");
        for (var label = 0; label < 10; label++)
            await visit.RequirePixels($"{Row}:nth-child({label + 1}) canvas", Pixels($"3.3@{label}"), $"class {label}");
        await visit.Find($"{Row}:nth-child(9)").ClickAsync();
        await visit.RequireAddress("picked=3.3@bag");
        await Expect(visit.Find("#picture-name")).ToHaveTextAsync("Picture 3 of seed 3, bag");
        await visit.RequirePixels("#portrait", Pixels("3.3@bag"), "the chosen one");
        await Expect(visit.Find("#every-class-title")).ToHaveTextAsync("Picture 3 of seed 3 in every class");
        await visit.Reload();
        await visit.RequirePixels("#portrait", Pixels("3.3@bag"), "the chosen one after a reload");
    }

    [TestMethod]
    public async Task AWalkLeadsFromOneKindToAnother()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=8.0&at=0.5");
        await visit.Find("[data-slot=from] .class-choice").SelectOptionAsync("sneaker");
        await visit.Find("[data-slot=to] .class-choice").SelectOptionAsync("ankle boot");
        await visit.RequireAddress(@"from=7\.0@sneaker&to=8\.0@ankle-boot");
        await visit.RequirePixels("#walk-picture", Pixels("walk(7.0@sneaker,8.0@ankle-boot,0.5)"), "half of the way");
        await visit.Find("[data-slot=to] input").FillAsync("8.0@ Ankle  Boots");
        await visit.RequireAddress("to=8.0@ankle-boots");
        await visit.Find("[data-slot=from] .slot-roll").ClickAsync();
        await visit.RequireAddress(@"from=\d+\.0@sneaker");
        await visit.Find("[data-slot=to] input").FillAsync("8.0@hat");
        await Expect(visit.Find("#walk-error")).ToContainTextAsync("There is no class “hat”; there are T-shirt, trouser,");
        await visit.Find("[data-slot=to] input").FillAsync("8.0@bag");
        await Expect(visit.Find("#walk-error")).ToHaveTextAsync("");
    }

    [TestMethod]
    public async Task ABlendIsHalfShirtAndHalfCoat()
    {
        await using var visit = await Visit.To(_studio, "#/blend?part=7.0&weight=1&part=8.0&weight=1");
        await visit.Find("#parts .part:nth-child(1) .class-choice").SelectOptionAsync("shirt");
        await visit.Find("#parts .part:nth-child(2) .class-choice").SelectOptionAsync("coat");
        await visit.RequirePixels("#blend-picture", Pixels("blend(7.0@shirt*1,8.0@coat*1)"), "half and half");
    }

    [TestMethod]
    public async Task VariationsStayOfTheirKind()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=7.3@bag&seed=1&distance=0.4");
        const string Variation = "#variations-pictures [role=option]:nth-child(3) canvas";
        await visit.RequirePixels(Variation, Pixels("walk(7.3@bag,1.1@bag,0.4)"), "a variation of a bag is a bag");
        await visit.Go("#/variations?of=walk(7.3@bag,8.0@coat,0.25)&seed=1&distance=0.4");
        var between = Recipe.Parse("walk(7.3@bag,8.0@coat,0.25)").Condition(s_gan.Value.Classes);
        CollectionAssert.AreEqual(between,
            Recipe.Parse("walk(walk(7.3@bag,8.0@coat,0.25),blend(1.1@bag*0.75,1.1@coat*0.25),0.4)").Condition(s_gan.Value.Classes));
        await visit.RequirePixels(Variation, Pixels("walk(walk(7.3@bag,8.0@coat,0.25),blend(1.1@bag*0.75,1.1@coat*0.25),0.4)"),
            "a variation of what lies between two kinds lies there too");
    }

    [TestMethod]
    public async Task FavouritesRememberTheirClass()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=24&class=bag");
        await visit.Find($"{Places}:nth-child(3)").PressAsync("f");
        await visit.Go("#/board");
        await visit.RequirePixels("#board-pictures [role=option] canvas", Pixels("7.2@bag"), "the favourite");
        await visit.Find("#board-pictures [role=option]").ClickAsync();
        await Expect(visit.Find("#picture-name")).ToHaveTextAsync("Picture 2 of seed 7, bag");
    }

    [TestMethod]
    public async Task ADataSetOfClassesComesWithItsLabels()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=24&class=sneaker&class=ankle-boot");
        await visit.Find("#generate [data-take]").ClickAsync();
        await visit.Find("#take input[value=dataset]").CheckAsync();
        await visit.Find("#take-count").FillAsync("5");
        await visit.Find("#take-packed").UncheckAsync();
        var saved = new List<string>();
        var both = new TaskCompletionSource();
        visit.Page.Download += (_, download) =>
        {
            saved.Add(download.SuggestedFilename);
            if (saved.Count == 2)
                both.SetResult();
        };
        var line = (await visit.Find("#command").TextContentAsync())!;
        await visit.Find("#take-go").ClickAsync();
        await Expect(visit.Find("#take-progress-words")).ToContainTextAsync("Done");
        // The browser tells of a download when its file begins, which may be after the page is done.
        await both.Task.WaitAsync(TimeSpan.FromSeconds(30));
        CollectionAssert.AreEqual(new[] { "generated-images-idx3-ubyte", "generated-labels-idx1-ubyte" }, saved);
        var folder = Workplace.Path("labels by command");
        CommandLine.Run(line, folder);
        foreach (var (name, format) in new[] { (saved[0], "idx"), (saved[1], "labels") })
            CollectionAssert.AreEqual(
                await _studio.Get($"api/dataset?seed=7&count=5&class=sneaker&class=ankle-boot&format={format}"),
                await File.ReadAllBytesAsync(Path.Combine(folder, name)), name);
        CollectionAssert.AreEqual(new byte[] { 7, 7, 7, 9, 9 }, IdxFile.load(Path.Combine(folder, saved[1])).ToArray<byte>());
    }

    [TestMethod]
    public async Task ALinkToAClassThatIsNotThereShowsTheOthers()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=24&class=bag&class=hat");
        await Expect(visit.Find("#toast")).ToContainTextAsync("This model has no class “hat”.");
        await RequirePressed(visit, "bag");
    }

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1280, 860)]
    public async Task NothingIsCutOff(int width, int height)
    {
        await using var visit = await Visit.To(_studio, "", width, height);
        foreach (var room in new[] { "#/generate?seed=7&count=24&class=bag&class=t-shirt/top", "#/walk?from=7.0@ankle-boot&to=8.0@bag",
            "#/blend?part=7.0@ankle-boot&weight=1&part=7.1&weight=2", "#/variations?of=7.0@ankle-boot" })
        {
            await visit.Go(room);
            await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            Assert.AreEqual(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), room);
        }
    }

    [TestMethod]
    public async Task AModelWithoutClassesShowsNoneOfThem()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio);
        foreach (var place in new[] { "#chips", "#every-class" })
            await Expect(visit.Find(place)).ToBeHiddenAsync();
        await visit.Go("#/walk?from=7.0@bag&to=8.0&at=0.5");
        await Expect(visit.Find("#walk-error")).ToHaveTextAsync("The model has no classes, so it cannot draw “bag”.");
        foreach (var room in new[] { "#/walk", "#/blend", "#/variations" })
        {
            await visit.Go(room);
            Assert.IsFalse(await visit.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.class-choice')].some(choice => choice.checkVisibility())"), room);
        }
    }

    private static byte[] Pixels(string recipe) => s_gan.Value.Draw([Recipe.Parse(recipe)])[0].Pixels.ToArray();

    private static Task Press(Visit visit, string name) =>
        visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task RequirePressed(Visit visit, params string[] names) =>
        Expect(visit.Find("#chips .chip[aria-pressed=true]")).ToHaveTextAsync(names);
}
