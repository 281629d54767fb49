using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Several boards, their order and notes, and how a board comes to another browser.</summary>
[TestClass]
public sealed class BoardSharingTests : IAsyncDisposable
{
    private const string Kept = "#board-pictures [role=option]";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task BoardsAreNamedOpenedAndDeletedAndUndoBringsThemBack()
    {
        await using var visit = await WithThreeKept();
        await visit.Find("#board-name").FillAsync("Boots");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Find("#new-board").ClickAsync();
        await Expect(visit.Find(Kept)).ToHaveCountAsync(0);
        await Expect(visit.Find("#board-name")).ToHaveValueAsync("Board 2");
        await visit.Find("#boards").SelectOptionAsync("Boots");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        await visit.Reload();
        await Expect(visit.Find("#board-name")).ToHaveValueAsync("Boots");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        await visit.Find("#remove-board").ClickAsync();
        await Expect(visit.Find("#board-name")).ToHaveValueAsync("Board 2");
        await visit.Find("#undo").ClickAsync();
        await Expect(visit.Find("#board-name")).ToHaveValueAsync("Boots");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task PicturesAreMovedByKeysButtonsAndDragging()
    {
        await using var visit = await WithThreeKept();
        async Task RequireOrder(params string[] wanted) => CollectionAssert.AreEqual(wanted, await visit.Page.EvaluateAsync<string[]>(
            "() => JSON.parse(localStorage['fashion-gan.board']).map(item => item.recipe)"));
        await RequireOrder("7.2", "7.1", "7.0");
        await visit.Find($"{Kept}:nth-child(1)").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Alt+ArrowRight");
        await RequireOrder("7.1", "7.2", "7.0");
        await Expect(visit.Find($"{Kept}:nth-child(2)")).ToBeFocusedAsync();
        await visit.Find("#move-later").ClickAsync();
        await RequireOrder("7.1", "7.0", "7.2");
        await Expect(visit.Find("#move-later")).ToBeDisabledAsync();
        await visit.Find($"{Kept}:nth-child(3)").DragToAsync(visit.Find($"{Kept}:nth-child(1)"));
        await RequireOrder("7.2", "7.1", "7.0");
        await visit.Page.Keyboard.PressAsync("Control+z");
        await RequireOrder("7.1", "7.0", "7.2");
    }

    [TestMethod]
    public async Task ANoteStandsBelowItsPicture()
    {
        await using var visit = await WithThreeKept();
        await visit.Find($"{Kept}:nth-child(2)").ClickAsync();
        await visit.Find("#note").FillAsync("more heel");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Find($"{Kept}:nth-child(2) .below")).ToHaveTextAsync("more heel");
        await Expect(visit.Find($"{Kept}:nth-child(2)")).ToHaveAccessibleNameAsync("Picture 7.1, more heel, on your board");
        await visit.Find($"{Kept}:nth-child(1)").ClickAsync();
        await Expect(visit.Find("#note")).ToHaveValueAsync("");
    }

    [TestMethod]
    public async Task ABoardGoesToAnotherBrowserAsAFile()
    {
        await using var visit = await WithThreeKept();
        await visit.Find($"{Kept}:nth-child(2)").ClickAsync();
        await visit.Find("#note").FillAsync("more heel");
        await visit.Page.Keyboard.PressAsync("Tab");
        var (name, bytes) = await visit.Download(() => visit.Find("#export-board").ClickAsync());
        Assert.AreEqual("Your_board.board.json", name);
        var file = JsonNode.Parse(bytes)!;
        Assert.AreEqual("model", file["models"]![0]!["name"]!.GetValue<string>());
        Assert.AreEqual(64, file["models"]![0]!["fingerprint"]!.GetValue<string>().Length);

        await using var other = await Visit.To(_studio, "#/board");
        await Import(other, bytes);
        await Expect(other.Find("#toast")).ToHaveTextAsync("“Your board” has come, with 3 pictures.");
        await Expect(other.Find(Kept)).ToHaveCountAsync(3);
        await Expect(other.Find($"{Kept}:nth-child(2) .below")).ToHaveTextAsync("more heel");
        await other.RequirePixels($"{Kept}:nth-child(1) canvas", await _studio.Get("api/generate?picture=7.2&format=raw"), "the first");
        Assert.AreEqual(2, await other.Find("#boards option").CountAsync(), "the board that was there stays");
    }

    [TestMethod]
    public async Task ALinkCarriesABoard()
    {
        await using var visit = await WithThreeKept();
        await visit.Find("#link-board").ClickAsync();
        var link = new Uri(await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await using var other = await Visit.To(_studio, link.Fragment);
        await Expect(other.Find(Kept)).ToHaveCountAsync(3);
        await Expect(other.Find("#toast")).ToHaveTextAsync("“Your board” has come, with 3 pictures.");
        Assert.AreEqual("#/board", other.Address);
        // The same weights under another name.
        await using var twin = await Studio.Start(hasModel: false);
        await using var third = await Visit.To(twin, link.Fragment);
        await Expect(third.Find("#board-error")).ToContainTextAsync("3 pictures are of a model that is not here now");
    }

    [TestMethod]
    public async Task ALinkThatIsOpenedTwiceMakesOneBoard()
    {
        await using var visit = await WithThreeKept();
        await visit.Find("#link-board").ClickAsync();
        var link = new Uri(await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Fragment;
        await using var other = await Visit.To(_studio, link);
        await Expect(other.Find("#boards option")).ToHaveCountAsync(2);
        await other.Go(link);
        await Expect(other.Find("#toast")).ToHaveTextAsync("“Your board” is here already, with the same pictures.");
        await Expect(other.Find("#boards option")).ToHaveCountAsync(2);
        // With one picture less it is another board.
        await other.Find($"{Kept} .heart").First.ClickAsync();
        await other.Go(link);
        await Expect(other.Find("#boards option")).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task ALinkThatWasCutOffIsSaid()
    {
        await using var visit = await WithThreeKept();
        await visit.Find("#link-board").ClickAsync();
        var link = new Uri(await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Fragment;
        foreach (var end in new[] { "kept=7", "&of=" }.Select(part => link.LastIndexOf(part, StringComparison.Ordinal) + 6))
        {
            await visit.Go(link[..end]);
            await Expect(visit.Find("#board-error")).ToHaveTextAsync(
                "The link was cut off on its way, and not all of its 3 pictures came. " +
                "Ask for it in another way, or for the board as a file.");
            await Expect(visit.Find("#boards option")).ToHaveCountAsync(1);
        }
    }

    [TestMethod]
    public async Task ThePageDrawsWithTheModelOfABoardThatHasCome()
    {
        await using var studio = await Studio.Start(hasModel: false);
        await using var visit = await Visit.To(studio, "#/board");
        await Expect(visit.Find("#model")).ToHaveValueAsync("conditional");
        await Import(visit, Encoding.UTF8.GetBytes(Board("dcgan", FashionGan.PretrainedSha256("dcgan"), "7.3")));
        await Expect(visit.Find("#model")).ToHaveValueAsync("dcgan");
        await visit.RequirePixels("#portrait", await studio.Get("api/generate?picture=7.3&model=dcgan&format=raw"), "the chosen one");
    }

    [TestMethod]
    public async Task ABoardOfOtherWeightsIsSaid()
    {
        await using var studio = await Studio.Start(hasModel: false);
        await using var visit = await Visit.To(studio, "#/board");
        await Import(visit, Encoding.UTF8.GetBytes(Board("dcgan", new string('0', 64), "7.3")));
        await Expect(visit.Find("#board-error"))
            .ToHaveTextAsync("It was made with other weights of dcgan than are here; its pictures look different.");
        await Import(visit, Encoding.UTF8.GetBytes(Board("elsewhere", FashionGan.PretrainedSha256("conditional"), "7.3")));
        // Found by its weights, whatever it is called.
        await visit.RequirePixels($"{Kept} canvas", await studio.Get("api/generate?picture=7.3&model=conditional&format=raw"), "its twin");
        await Expect(visit.Find("#board-error")).ToHaveTextAsync("");
    }

    [TestMethod]
    [DataRow("{\"format\": \"fashion-gan board\", \"version\": 1, \"pict", "The file is no board: it is no JSON, or it was cut off.")]
    [DataRow("[1, 2]", "The file is no board of this studio.")]
    [DataRow("{\"format\": \"fashion-gan board\", \"version\": 2}",
        "The board is of version 2; this studio reads version 1. A newer program may read it.")]
    [DataRow("{\"format\": \"fashion-gan board\", \"version\": 1}", "The board has no list of pictures.")]
    [DataRow("{\"format\": \"fashion-gan board\", \"version\": 1, \"pictures\": [{\"recipe\": \"7.3\", \"truncation\": \"x\"}]}",
        "Picture 1 of the board cannot be read. Its truncation or psi is no number.")]
    [DataRow("{\"format\": \"fashion-gan board\", \"version\": 1, \"pictures\": [{\"recipe\": \"7.3\"}, {\"recipe\": \"spin(7.3)\"}]}",
        "Picture 2 of the board cannot be read. Character 1, \"spin(7.3)\": a picture such as 7.3, walk(…), vary(…), blend(…), " +
        "mix(…) or more(…) is expected there.")]
    public async Task WhatIsNoBoardIsSaidAndNothingIsLost(string text, string words)
    {
        await using var visit = await WithThreeKept();
        await Import(visit, Encoding.UTF8.GetBytes(text));
        await Expect(visit.Find("#board-error")).ToHaveTextAsync(words);
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        Assert.AreEqual(1, await visit.Find("#boards option").CountAsync());
    }

    [TestMethod]
    public async Task WhatIsTooMuchIsSaid()
    {
        await using var visit = await WithThreeKept();
        await Import(visit, Encoding.UTF8.GetBytes(Board("model", "", [.. Enumerable.Repeat("7.3", 1001)])));
        await Expect(visit.Find("#board-error")).ToHaveTextAsync("The board has 1001 pictures; 1000 is the most.");
        await Import(visit, new byte[2_000_001]);
        await Expect(visit.Find("#board-error")).ToHaveTextAsync("The file is larger than 2 MB; no board is.");
        string[] many = [.. Enumerable.Range(0, 1000).Select(i => $"walk(7.{i},8.{i},0.25)")];
        await Import(visit, Encoding.UTF8.GetBytes(Board("model", "", many)));
        await Expect(visit.Find(Kept)).ToHaveCountAsync(1000);
        await visit.Find("#link-board").ClickAsync();
        await Expect(visit.Find("#board-error")).ToContainTextAsync("more than programs pass on; export the board as a file.");
        await visit.Find("#board-pdf").ClickAsync();
        await Expect(visit.Find("#board-error")).ToHaveTextAsync("A sheet takes 256 pictures, and the board has 1000.");
    }

    [TestMethod]
    public async Task PicturesOfOnesChoiceStandSideBySide()
    {
        await using var visit = await WithThreeKept();
        var keys = visit.Page.Keyboard;
        // From the board with the pointer, from another room with the keys.
        await visit.Find($"{Kept}:nth-child(3)").ClickAsync();
        await visit.Find("#compare-this").ClickAsync();
        await Expect(visit.Find("#compare-words")).ToHaveTextAsync("1 picture to compare; choose another one");
        await Expect(visit.Find("#compare-show")).ToBeDisabledAsync();
        await visit.Find(".tabs a[data-view=generate]").ClickAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(6)").FocusAsync();
        await keys.PressAsync("c");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("c");
        await Expect(visit.Find("#compare-this")).ToHaveAttributeAsync("aria-pressed", "true");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Find("#compare-this")).ToHaveAttributeAsync("aria-pressed", "false");
        await keys.PressAsync("c");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("c");
        await Expect(visit.Find("#toast")).ToContainTextAsync("4 pictures are compared at most");

        await keys.PressAsync("Shift+C");
        await Expect(visit.Find("#compare li")).ToHaveCountAsync(4);
        var place = 0;
        foreach (var recipe in new[] { "7.0", "7.5", "7.6", "7.7" })
            await visit.RequirePixels($"#compare li:nth-child({++place}) canvas",
                await _studio.Get($"api/generate?picture={recipe}&format=raw"), recipe);
        var sides = await visit.Find("#compare canvas").EvaluateAllAsync<double[]>("all => all.map(one => one.clientWidth)");
        Assert.IsGreaterThan(200, sides.Min(), "large");

        await visit.Find("#compare li:nth-child(2) button").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(visit.Find("#compare li")).ToHaveCountAsync(3);
        await keys.PressAsync("Escape");
        await Expect(visit.Find("#compare")).ToBeHiddenAsync();
        await Expect(visit.Find("#compare-words")).ToHaveTextAsync("3 pictures to compare");
        await visit.Find("#compare-clear").ClickAsync();
        await Expect(visit.Find("#compare-bar")).ToBeHiddenAsync();
    }

    private async Task<Visit> WithThreeKept()
    {
        var visit = await Visit.To(_studio, "#/generate?seed=7&count=12");
        for (var place = 1; place <= 3; place++)
        {
            await visit.Find($"#generate-pictures [role=option]:nth-child({place})").ClickAsync();
            await visit.Find("#keep").ClickAsync();
        }

        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        return visit;
    }

    private static Task Import(Visit visit, byte[] bytes) => visit.Find("#import-file")
        .SetInputFilesAsync(new FilePayload { Name = "some.board.json", MimeType = "application/json", Buffer = bytes });

    private static string Board(string model, string fingerprint, params string[] recipes) => JsonSerializer.Serialize(new
    {
        format = "fashion-gan board", version = 1, name = "A board", models = new[] { new { name = model, fingerprint } },
        pictures = recipes.Select(recipe => new { recipe, model }),
    });
}
