using System.IO.Compression;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>generate</c> writes.</summary>
[TestClass]
public class GenerateTests
{
    [TestMethod]
    public void AllFormatsHoldTheSamePicturesWhateverTheCount()
    {
        // 300 pictures are several batches within the program, 3 are one.
        var idx = Path.Combine(Directory.CreateDirectory(Workplace.Folder("formats")).FullName, "generated-images-idx3-ubyte.gz");
        Generate("--count", "300", "--seed", "7", "--format", "idx", "--out", idx);
        var array = IdxFile.load(idx);
        Assert.AreEqual(new Tensorflow.Shape(300, 28, 28), array.shape);
        var pixels = array.ToArray<byte>();

        var folder = Workplace.Folder("formats/singles");
        Generate("--count", "3", "--seed", "7", "--format", "png", "--out", folder);
        CollectionAssert.AreEqual(
            new[] { "image_0000.png", "image_0001.png", "image_0002.png" },
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order().ToArray());
        for (var i = 0; i < 3; i++)
            CollectionAssert.AreEqual(pixels[(i * 784)..((i + 1) * 784)],
                PictureReader.Read(Path.Combine(folder, $"image_000{i}.png")).Pixels, $"picture {i}");

        var path = Workplace.Folder("formats/grid.png");
        Generate("--seed", "7", "--grid", "3x2", "--out", path);
        var grid = PictureReader.Read(path);
        Assert.AreEqual((3 * 28, 2 * 28), (grid.Width, grid.Height));
        for (var y = 0; y < 28; y++)
            CollectionAssert.AreEqual(pixels[(4 * 784 + 28 * y)..(4 * 784 + 28 * (y + 1))], grid.Row(28 + y)[28..56].ToArray(),
                $"picture 4, row {y}");
        Workplace.RequireNothingHalfWritten(Workplace.Folder("formats"));
    }

    [TestMethod]
    public void WithoutAModelTheOneThatShipsAndFitsDrawsAndAnotherByItsName()
    {
        var path = Path.Combine(Directory.CreateDirectory(Workplace.Folder("shipped")).FullName, "drawn.idx");
        ProgramRun.Of("generate", "--count", "3", "--seed", "7", "--out", path).RequireSuccess();
        CollectionAssert.AreEqual(FashionGan.Pretrained().Generate(3, seed: 7).SelectMany(picture => picture.Pixels).ToArray(),
            IdxFile.load(path).ToArray<byte>());
        ProgramRun.Of("generate", "--text", "dark dress", "--count", "3", "--seed", "7", "--out", path).RequireSuccess();
        CollectionAssert.AreEqual(FashionGan.Pretrained("text").Generate(3, seed: 7, @class: "dark dress")
            .SelectMany(picture => picture.Pixels).ToArray(), IdxFile.load(path).ToArray<byte>());
        ProgramRun.Of("generate", "--model", "conditional", "--class", "sneaker:3", "--seed", "7", "--out", path).RequireSuccess();
        CollectionAssert.AreEqual(FashionGan.Pretrained("conditional").Generate(3, seed: 7, @class: "sneaker")
            .SelectMany(picture => picture.Pixels).ToArray(), IdxFile.load(path).ToArray<byte>());
        ProgramRun.Of("generate", "--model", "./conditional", "--out", path).RequireFailure(1, "There is no file ./conditional");
    }

    [TestMethod]
    public void TheDiscriminatorKeepsTheBestOfSeveral()
    {
        var zip = Path.Combine(Directory.CreateDirectory(Workplace.Folder("best")).FullName, "best.zip");
        ProgramRun.Of("generate", "--seed", "7", "--count", "40", "--best-of", "4", "--out", zip).RequireSuccess();
        var best = BestOf.Draw(FashionGan.Pretrained(), SeedRecipe.Range(7, 0, 40), 4, Manner.Plain).ToArray();
        using var archive = ZipFile.OpenRead(zip);
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        CollectionAssert.AreEqual(best.Select(one => $"\"{one.Recipe}\"").ToArray(),
            table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[1]).ToArray());
        // A run leaves its discriminator beside the generator; a lone generator has none.
        ProgramRun.Of("generate", "--model", Workplace.Model, "--best-of", "2", "--count", "2", "--out", zip).RequireSuccess();
        var lone = Workplace.Folder("best/lone.safetensors");
        File.Copy(Workplace.Model, lone);
        ProgramRun.Of("generate", "--model", lone, "--best-of", "2", "--out", zip).RequireFailure(2,
            $"--best-of asks the discriminator, and none that fits lies beside {lone}; " +
            "a run leaves it there as discriminator.safetensors.");
        ProgramRun.Of("generate", "--picture", "7.3", "--best-of", "2", "--out", zip).RequireFailure(2,
            "--best-of goes with pictures of a seed; --picture does not go with it.");
    }

    [TestMethod]
    public void ASeedRepeatsAndAnotherDiffers()
    {
        var bytes = new[] { "5", "5", "6" }.Select((seed, i) =>
        {
            var path = Workplace.Folder($"seed{i}.png");
            Generate("--count", "2", "--seed", seed, "--out", path);
            return File.ReadAllBytes(path);
        }).ToArray();
        CollectionAssert.AreEqual(bytes[0], bytes[1]);
        CollectionAssert.AreNotEqual(bytes[0], bytes[2]);
    }

    [TestMethod]
    public void AFileWithoutGzIsPlain()
    {
        var path = Workplace.Folder("plain-images-idx3-ubyte");
        Generate("--count", "1", "--format", "idx", "--out", path);
        Assert.AreEqual(16 + 784, new FileInfo(path).Length);
    }

    [TestMethod]
    public void FirstGoesOnWhereAnotherCallEnded()
    {
        var (all, rest) = (Workplace.Folder("first-all.idx"), Workplace.Folder("first-rest.idx"));
        Generate("--seed", "7", "--count", "5", "--out", all);
        Generate("--seed", "7", "--first", "2", "--count", "3", "--out", rest);
        CollectionAssert.AreEqual(IdxFile.load(all).ToArray<byte>()[(2 * 784)..], IdxFile.load(rest).ToArray<byte>());
    }

    [TestMethod]
    public void RecipesAreDrawnTruncatedAndEnlarged()
    {
        var folder = Workplace.Folder("recipes");
        Generate("--picture", "walk(7.3, 8.0, 0.5)", "--picture", "7.3", "--truncation", "0.5", "--scale", "3", "--format", "png", "--out",
            folder);
        var drawn = FashionGan.Load(Workplace.Model).Draw([Recipe.Parse("walk(7.3,8.0,0.5)"), Recipe.Parse("7.3")], new Manner(0.5));
        for (var i = 0; i < 2; i++)
            CollectionAssert.AreEqual(Enlargement.Of(drawn[i], 3).Pixels,
                PictureReader.Read(Path.Combine(folder, $"image_000{i}.png")).Pixels, $"picture {i}");
    }

    [TestMethod]
    public void AWalkIsAnAnimationAndAZipSaysWhatItsPicturesAre()
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("walks")).FullName;
        var (animation, zip) = (Path.Combine(folder, "walk.png"), Path.Combine(folder, "walk.zip"));
        string[] walk = ["--from", "7.3", "--to", "8.0", "--count", "3"];
        Generate([.. walk, "--format", "animation", "--delay", "120", "--out", animation]);
        var frames = FashionGan.Load(Workplace.Model).Draw(WalkRecipe.Path(Recipe.Parse("7.3"), Recipe.Parse("8.0"), 3));
        CollectionAssert.AreEqual(WalkAnimation.Encode(frames, 120), File.ReadAllBytes(animation));

        Generate([.. walk, "--truncation", "0.7", "--out", zip]);
        using var archive = ZipFile.OpenRead(zip);
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        Assert.AreEqual(
            """
            file,recipe,truncation
            images/image_0000.png,"walk(7.3,8.0,0)",0.7
            images/image_0001.png,"walk(7.3,8.0,0.5)",0.7
            images/image_0002.png,"walk(7.3,8.0,1)",0.7

            """,
            table.ReadToEnd());
        Workplace.RequireNothingHalfWritten(folder);
    }

    [TestMethod]
    public void AModelInColourDrawsInEveryFormat()
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("colour")).FullName;
        string At(string name) => Path.Combine(folder, name);
        var gan = new FashionGan(latent_dim: 4, picture: new PictureShape(64, 3));
        gan.Save(At("colour.safetensors"));
        void Draw(string name, params string[] more) => ProgramRun.Of(
            ["generate", "--model", At("colour.safetensors"), "--seed", "7", "--count", "3", "--out", At(name), .. more]).RequireSuccess();
        var drawn = gan.Generate(3, seed: 7);

        Draw("colour-images-idx4-ubyte");
        var array = IdxFile.load(At("colour-images-idx4-ubyte"));
        Assert.AreEqual(new Tensorflow.Shape(3, 64, 64, 3), array.shape);
        CollectionAssert.AreEqual(drawn.SelectMany(picture => picture.Pixels).ToArray(), array.ToArray<byte>());

        Draw("sheet.png", "--scale", "2");
        CollectionAssert.AreEqual(Enlargement.Of(ImageGrid.Compose(drawn, 2, 2), 2).Pixels, PictureReader.Read(At("sheet.png")).Pixels);

        Draw("singles", "--format", "png");
        CollectionAssert.AreEqual(drawn[2].Pixels, PictureReader.Read(Path.Combine(At("singles"), "image_0002.png")).Pixels);

        Draw("all.zip");
        using (var archive = ZipFile.OpenRead(At("all.zip")))
        {
            archive.GetEntry("images/image_0001.png")!.ExtractToFile(At("one.png"));
            CollectionAssert.AreEqual(drawn[1].Pixels, PictureReader.Read(At("one.png")).Pixels);
        }

        ProgramRun.Of("generate", "--model", At("colour.safetensors"), "--from", "7.0", "--to", "7.1", "--count", "2", "--out",
            At("walk.apng")).RequireSuccess();
        CollectionAssert.AreEqual(WalkAnimation.Encode(gan.Draw(WalkRecipe.Path(Recipe.Parse("7.0"), Recipe.Parse("7.1"), 2)),
            WalkAnimation.StandardDelay), File.ReadAllBytes(At("walk.apng")));

        // A million gray pictures of 28 x 28 fill a PNG; of these 63,802 do.
        ProgramRun.Of("generate", "--model", At("colour.safetensors"), "--count", "63803", "--out", At("large.png"))
            .RequireFailure(2, "63803 pictures at --scale 1 are too large for one file; --format zip takes them.");
        ProgramRun.Of("evaluate", "--model", At("colour.safetensors"), "--data", Workplace.Data, "--count", "3", "--out", At("judged"))
            .RequireFailure(1, "The classifier that ships is for pictures of 28 x 28 in gray, and the data's are 64 x 64 in colour; ");
        Assert.IsFalse(Path.Exists(At("judged")));
        Workplace.RequireNothingHalfWritten(folder);
    }

    private static void Generate(params string[] arguments) =>
        ProgramRun.Of(["generate", "--model", Workplace.Model, .. arguments]).RequireSuccess();
}
