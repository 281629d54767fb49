using System.IO.Compression;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Studio.Tests.Support;
using Tensorflow.Keras.Datasets;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Take away: each form is downloaded and opened, and the command line that the page shows makes the same bytes.</summary>
[TestClass]
public sealed class TakeAwayTests : IAsyncDisposable
{
    private const int Side = 28;
    private Studio _studio = null!;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task OnePictureAtAChosenScale()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#generate-pictures [role=option]:nth-child(4)").ClickAsync();
        await OpenDrawer(visit, "one");
        await visit.Find("#take-scale").SelectOptionAsync("4");
        await Expect(visit.Find("#take-words")).ToHaveTextAsync("112 × 112 pixels.");
        var (name, bytes) = await TakeAway(visit);
        Assert.AreEqual("3.3.png", name);
        var small = await _studio.Get("api/generate?picture=3.3&format=raw");
        var large = PictureReader.Read(Save(name, bytes));
        Assert.AreEqual((4 * Side, 4 * Side), (large.Width, large.Height));
        for (var y = 0; y < large.Height; y++)
            for (var x = 0; x < large.Width; x++)
                Assert.AreEqual(small[y / 4 * Side + x / 4], large.Pixels[y * large.Width + x], $"pixel {x},{y}");
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "pictures/image_0000.png"));
    }

    [TestMethod]
    public async Task ThePngButtonDownloadsAtOnce()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#generate-pictures [role=option]:nth-child(4)").ClickAsync();
        var (name, bytes) = await visit.Download(() => visit.Find("#take-one").ClickAsync());
        Assert.AreEqual("3.3.png", name);
        CollectionAssert.AreEqual(await _studio.Get("api/generate?picture=3.3&scale=8&format=png"), bytes);
        await Expect(visit.Find("#take")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task TheCommandLineNamesTheModelThatShips()
    {
        await using var studio = await Studio.Start(hasModel: false);
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=24");
        await OpenDrawer(visit, "sheet");
        StringAssert.StartsWith(
            (await visit.Find("#command").TextContentAsync())!, "fashion-gan generate --model conditional --seed 7 --count 24 ");
        var (_, bytes) = await TakeAway(visit);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "sheet.png"));
    }

    [TestMethod]
    public async Task ASheet()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=5&first=24&count=10&truncation=0.7");
        await OpenDrawer(visit, "sheet");
        await visit.Find("#take-columns").FillAsync("4");
        await visit.Find("#take-scale").SelectOptionAsync("2");
        var (name, bytes) = await TakeAway(visit);
        var sheet = PictureReader.Read(Save(name, bytes));
        Assert.AreEqual((4 * Side * 2, 3 * Side * 2), (sheet.Width, sheet.Height));
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "sheet.png"));
    }

    [TestMethod]
    public async Task AZipOfManyWithItsTable()
    {
        await using var visit = await Visit.To(_studio);
        await OpenDrawer(visit, "zip");
        await visit.Find("#take-many").FillAsync("300");
        await visit.Find("#take-scale").SelectOptionAsync("1");
        var (name, bytes) = await TakeAway(visit);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.HasCount(301, archive.Entries);
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        var lines = (await table.ReadToEndAsync(TestContext.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual("file,recipe,truncation", lines[0]);
        StringAssert.Contains(lines[300], "3.299");
        var last = archive.GetEntry(lines[300].Split(',')[0])!;
        using var picture = new MemoryStream();
        await last.Open().CopyToAsync(picture, TestContext.CancellationToken);
        CollectionAssert.AreEqual(await _studio.Get("api/generate?picture=3.299&format=raw"),
            PictureReader.Read(Save("last.png", picture.ToArray())).Pixels.ToArray());
        Assert.AreEqual("pictures.zip", name);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "pictures.zip"));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task ADataSetThatLoadersRead(bool isPacked)
    {
        await using var visit = await Visit.To(_studio);
        await OpenDrawer(visit, "dataset");
        await Expect(visit.Find("#take-count")).ToHaveValueAsync("60000");
        await visit.Find("#take-count").FillAsync("700");
        await visit.Find("#take-packed").SetCheckedAsync(isPacked);
        var (name, bytes) = await TakeAway(visit);
        Assert.AreEqual(isPacked ? "generated-images-idx3-ubyte.gz" : "generated-images-idx3-ubyte", name);
        var array = IdxFile.load(Save(name, bytes));
        Assert.AreEqual("(700, 28, 28)", array.shape.ToString());
        CollectionAssert.AreEqual(await _studio.Get("api/generate?picture=3.699&format=raw"), array.ToArray<byte>()[(699 * Side * Side)..]);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, name));
    }

    [TestMethod]
    public async Task ADataSetShowsHowFarItIsAndCanBeStopped()
    {
        await using var visit = await Visit.To(_studio);
        await OpenDrawer(visit, "dataset");
        await visit.Find("#take-go").ClickAsync();
        await Expect(visit.Find("#take-progress-words"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+ % of 47\.0 MB$"), new() { Timeout = 20_000 });
        await visit.Find("#take-stop").ClickAsync();
        await Expect(visit.Find("#take-progress-words")).ToHaveTextAsync("Stopped.");
        await Expect(visit.Find("#take-go")).ToBeEnabledAsync();
    }

    [TestMethod]
    public async Task AnAnimationOfAWalk()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=walk(7.5,7.6,0.5)&at=0.5");
        await OpenDrawer(visit, "animation");
        await visit.Find("#take-frames").FillAsync("12");
        await visit.Find("#take-delay").FillAsync("50");
        await visit.Find("#take-scale").SelectOptionAsync("4");
        var (name, bytes) = await TakeAway(visit);
        Assert.AreEqual("walk.png", name);
        Assert.AreEqual(12, Frames(bytes));
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "walk.png"));
    }

    /// <summary>Played by the browser itself: as many frames, and the pixels of the first and the last.</summary>
    [TestMethod]
    [DataRow("gif", "black", "image/gif")]
    [DataRow("webp", "white", "image/webp")]
    [DataRow("webp", "transparent", "image/webp")]
    [DataRow("animation", "transparent", "image/png")]
    public async Task AMovingFileIsPlayedByTheBrowser(string form, string ground, string type)
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&via=7.3&to=7.5&loop=yes&at=0.5");
        await OpenDrawer(visit, form);
        await visit.Find("#take-frames").FillAsync("6");
        await visit.Find("#take-scale").SelectOptionAsync("1");
        await visit.Find("#take-ground").SelectOptionAsync(ground);
        var (name, bytes) = await TakeAway(visit);
        Assert.AreEqual(form == "animation" ? "walk.png" : $"walk.{form}", name);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, name));
        var finish = new Finish(Ground: Enum.Parse<Ground>(ground, ignoreCase: true));
        var frames = Array.ConvertAll(Pictures.Of(null, [.. WalkRecipe.Path([Recipe.Parse("7.0"), Recipe.Parse("7.3"), Recipe.Parse("7.5")],
            6, isLoop: true).Select(recipe => recipe.ToString())]), finish.Of);
        var played = Convert.FromBase64String(await visit.Page.EvaluateAsync<string>(
            """
            async ({ bytes, type, frames }) => {
                const decoder = new ImageDecoder({ data: Uint8Array.from(atob(bytes), c => c.charCodeAt(0)), type });
                await decoder.tracks.ready;
                await decoder.completed;
                if (decoder.tracks.selectedTrack.frameCount !== frames) return btoa(`${decoder.tracks.selectedTrack.frameCount} frames`);
                const { image } = await decoder.decode({ frameIndex: frames - 1 });
                const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight).getContext("2d");
                canvas.drawImage(image, 0, 0);
                return btoa(String.fromCharCode(...canvas.getImageData(0, 0, image.displayWidth, image.displayHeight).data));
            }
            """, new { bytes = Convert.ToBase64String(bytes), type, frames = 6 }));
        Assert.HasCount(4 * Side * Side, played, System.Text.Encoding.ASCII.GetString(played.AsSpan(0, Math.Min(20, played.Length))));
        var last = frames[^1];
        for (var i = 0; i < Side * Side; i++)
        {
            var opacity = last.Channels == 4 ? last.Pixels[4 * i + 3] : 255;
            Assert.AreEqual(opacity, played[4 * i + 3], $"opacity of pixel {i}");
            // A canvas keeps colours times their opacity, so a faint pixel's are coarse.
            if (opacity > 0)
                Assert.AreEqual(last.Pixels[last.Channels * i], played[4 * i],
                    form == "gif" ? AnimatedGif.MostError : opacity == 255 ? 0 : 255.0 / opacity, $"pixel {i}");
        }
    }

    [TestMethod]
    public async Task AGifHasNoTransparentGround()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=7.5&at=0.5");
        await OpenDrawer(visit, "gif");
        await visit.Find("#take-ground").SelectOptionAsync("transparent");
        await Expect(visit.Find("#take-error")).ToHaveTextAsync("A GIF has no soft edges; take a WebP or an animation.");
        await Expect(visit.Find("#take-go")).ToBeDisabledAsync();
    }

    [TestMethod]
    public async Task ASheetOnWhiteWithGapsAndLabels()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=5&count=6");
        await OpenDrawer(visit, "sheet");
        await visit.Find("#take-columns").FillAsync("3");
        await visit.Find("#take-scale").SelectOptionAsync("4");
        await visit.Find("#take-enlarge").SelectOptionAsync("smooth");
        await visit.Find("#take-ground").SelectOptionAsync("white");
        await visit.Find("#take-gap").FillAsync("10");
        await visit.Find("#take-labels").CheckAsync();
        await Expect(visit.Find("#take-words")).ToHaveTextAsync($"{3 * 112 + 20} × {2 * (112 + 18) + 10} pixels.");
        var (name, bytes) = await TakeAway(visit);
        var sheet = PictureReader.Read(Save(name, bytes));
        Assert.AreEqual((3 * 112 + 20, 2 * (112 + 18) + 10), (sheet.Width, sheet.Height));
        Assert.AreEqual(255, sheet.Row(5)[115]);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "sheet.png"));
        await visit.Find("#take-gap").FillAsync("65");
        await Expect(visit.Find("#take-error")).ToHaveTextAsync("Pixels between: a whole number from 0 to 64.");
    }

    [TestMethod]
    public async Task TheSheetOfVariationsAndItsCommandLine()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=7.2&seed=9&distance=0.3");
        await OpenDrawer(visit, "sheet");
        var (_, bytes) = await TakeAway(visit);
        CollectionAssert.AreEqual(bytes, await RunCommand(visit, "sheet.png"));
    }

    [TestMethod]
    public async Task ABoardOfMoreThanOneMannerIsTakenAwayInParts()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12");
        await Keep(visit, 1);
        await Keep(visit, 2);
        await visit.Slide("#generate .truncation input", 10);
        await Keep(visit, 3);
        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await visit.Find("#board-pictures [role=option]:last-child").ClickAsync();
        await OpenDrawer(visit, "zip");
        var (_, bytes) = await TakeAway(visit);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.HasCount(3, archive.Entries);
    }

    [TestMethod]
    public async Task ACommandLineIsCopied()
    {
        await using var visit = await Visit.To(_studio);
        await OpenDrawer(visit, "sheet");
        await visit.Find("#copy-command").ClickAsync();
        await Expect(visit.Find("#copy-command")).ToHaveTextAsync("Copied");
        Assert.AreEqual(await visit.Find("#command").TextContentAsync(),
            await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [TestMethod]
    [DataRow("sheet", "#take-columns", "0", "Columns: a whole number from 1 to 64.")]
    [DataRow("zip", "#take-many", "1001", "from 1 to 1,000")]
    [DataRow("dataset", "#take-count", "60001", "from 1 to 60,000")]
    [DataRow("dataset", "#take-count", "many", "from 1 to 60,000")]
    public async Task AWrongOptionIsSaidAndNothingIsAskedFor(string form, string field, string text, string words)
    {
        await using var visit = await Visit.To(_studio);
        await OpenDrawer(visit, form);
        await visit.Find(field).FillAsync(text);
        await Expect(visit.Find("#take-error")).ToContainTextAsync(words);
        await Expect(visit.Find("#take-go")).ToBeDisabledAsync();
        await Expect(visit.Find("#command")).ToHaveTextAsync("A number above is wrong, so there is no command.");
        await Expect(visit.Find("#copy-command")).ToBeDisabledAsync();
    }

    [TestMethod]
    public async Task ASheetThatIsTooLargeIsSaid()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=256");
        await OpenDrawer(visit, "sheet");
        await visit.Find("#take-scale").SelectOptionAsync("16");
        await Expect(visit.Find("#take-error")).ToContainTextAsync("16,777,216 is the most");
        await visit.Find("#take-scale").SelectOptionAsync("8");
        await Expect(visit.Find("#take-go")).ToBeEnabledAsync();
    }

    private static async Task Keep(Visit visit, int place)
    {
        await visit.Find($"#generate-pictures [role=option]:nth-child({place})").ClickAsync();
        await visit.Find("#keep").ClickAsync();
    }

    private static async Task OpenDrawer(Visit visit, string form)
    {
        await visit.Find("section:not([hidden]) [data-take]").ClickAsync();
        await visit.Find($"#take input[value={form}]").CheckAsync();
    }

    private static Task<(string Name, byte[] Bytes)> TakeAway(Visit visit) => visit.Download(() => visit.Find("#take-go").ClickAsync());

    /// <summary>Runs what the page shows, in an empty folder.</summary>
    private async Task<byte[]> RunCommand(Visit visit, string file)
    {
        var folder = Workplace.Path($"command-{Guid.NewGuid():N}");
        CommandLine.Run((await visit.Find("#command").TextContentAsync())!, folder);
        return await File.ReadAllBytesAsync(Path.Combine(folder, file), TestContext.CancellationToken);
    }

    private static string Save(string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Workplace.Path($"downloads-{Guid.NewGuid():N}")).FullName;
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return Path.Combine(folder, name);
    }

    /// <summary>How many pictures an animated PNG says that it has.</summary>
    private static int Frames(byte[] png)
    {
        var control = png.AsSpan().IndexOf("acTL"u8);
        Assert.IsGreaterThan(0, control, "no animation");
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(control + 4));
    }
}
