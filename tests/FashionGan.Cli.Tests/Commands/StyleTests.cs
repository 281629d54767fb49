using System.IO.Compression;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>generate</c> can do with a StyleGAN.</summary>
[TestClass]
public class StyleTests
{
    private static string s_model = "";
    private static FashionGan s_gan = null!;

    [ClassInitialize]
    public static void Save(TestContext context)
    {
        tf.set_random_seed(4);
        s_model = Workplace.Folder("style.safetensors");
        s_gan = new FashionGan(latent_dim: 4, network: "stylegan");
        s_gan.Save(s_model);
    }

    [TestMethod]
    public void PsiAndASeedOfNoiseAreInThePicturesAndInTheTable()
    {
        var zip = Workplace.Folder("psi.zip");
        var run = ProgramRun.Of("generate", "--model", s_model, "--picture", "7.3", "--picture", "walk(7.3,8.0,0.5)", "--psi", "0.5",
            "--noise-seed", "9", "--truncation", "2", "--out", zip);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(
            "fashion-gan: --truncation draws other pictures of a StyleGAN, but no plainer ones; --psi does that.", run.Error.TrimEnd());
        using var archive = ZipFile.OpenRead(zip);
        using var table = new StreamReader(archive.GetEntry("pictures.csv")!.Open());
        Assert.AreEqual(
            """
            file,recipe,truncation,psi,noise_seed
            images/image_0000.png,"7.3",2,0.5,9
            images/image_0001.png,"walk(7.3,8.0,0.5)",2,0.5,9

            """, table.ReadToEnd());
        var png = Workplace.Folder("psi.png");
        archive.Entries[1].ExtractToFile(png);
        CollectionAssert.AreEqual(
            s_gan.Draw([Recipe.Parse("walk(7.3,8.0,0.5)")], new Manner(2, 0.5, 9))[0].Pixels, PictureReader.Read(png).Pixels);
    }

    /// <summary>Rows are coarse, columns fine: 7.2 and 7.3, and the three after them.</summary>
    [TestMethod]
    public void AGridMixesStyles()
    {
        var sheet = Workplace.Folder("mixed.png");
        Generate("--mix", "3", "--grid", "3x2", "--seed", "7", "--first", "2", "--out", sheet);
        string[] recipes =
        [
            "mix(7.2,7.4,3)", "mix(7.2,7.5,3)", "mix(7.2,7.6,3)",
            "mix(7.3,7.4,3)", "mix(7.3,7.5,3)", "mix(7.3,7.6,3)",
        ];
        CollectionAssert.AreEqual(
            ImageGrid.Compose(s_gan.Draw(recipes.Select(Recipe.Parse)), 3, 2).Pixels, PictureReader.Read(sheet).Pixels);
        Generate("--mix", "5", "--out", sheet);
        Assert.AreEqual((8 * 28, 8 * 28), (PictureReader.Read(sheet).Width, PictureReader.Read(sheet).Height));
        StringAssert.Contains(
            ProgramRun.Of("generate", "--model", s_model, "--mix", "6", "--out", sheet).Error,
            "--mix: a mix takes 1 to 5 of this model's 6 rows of w from its first picture, not 6.");
    }

    [TestMethod]
    public void StylesAreMixedAsInTraining()
    {
        var sheet = Workplace.Folder("mixing.png");
        Generate("--style-mixing", "--seed", "7", "--count", "6", "--grid", "3x2", "--out", sheet);
        var recipes = SeedRecipe.Range(7, 0, 6).Select(picture => MixRecipe.AsInTraining(picture, 6));
        CollectionAssert.AreEqual(ImageGrid.Compose(s_gan.Draw(recipes), 3, 2).Pixels, PictureReader.Read(sheet).Pixels);
    }

    [TestMethod]
    [DataRow("generate --model dcgan --style-mixing --out more.png",
        "--style-mixing: this model has no w, rows of which it mixes; models of --network stylegan have it.")]
    [DataRow("generate --best-of 4 --style-mixing --out more.png",
        "--best-of judges pictures of a seed, and --style-mixing mixes them; give one of them.")]
    [DataRow("generate --picture 7.3 --style-mixing --out more.png",
        "--style-mixing goes with pictures of a seed; --picture does not go with it.")]
    [DataRow("evaluate --images drawn --style-mixing",
        "--style-mixing says how a model draws, and --images names pictures; give one of them.")]
    [DataRow("evaluate --model dcgan --style-mixing",
        "--style-mixing: this model has no w, rows of which it mixes; models of --network stylegan have it.")]
    [DataRow("augment --train 3 --style-mixing --per-class 2 --out more",
        "--style-mixing goes with a StyleGAN, and the generator that --train makes is a DCGAN.")]
    public void MixingIsRefusedWhereThereIsNothingToMix(string line, string words)
    {
        var run = ProgramRun.Of(line.Split(' '));
        Assert.AreEqual(2, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Error, $"fashion-gan: {words} See ");
    }

    [TestMethod]
    [DataRow("with psi 0.5", "--psi", "0.5")]
    [DataRow("with mixed styles", "--style-mixing")]
    public void EvaluateJudgesPicturesAsTheyAreDrawn(string words, params string[] manner)
    {
        var drawn = Workplace.Folder("psi.idx");
        Generate(["--count", "12", "--seed", "5", .. manner, "--out", drawn]);
        var (ofFile, _) = Judge("--images", drawn);
        var (ofModel, said) = Judge(["--model", s_model, .. manner]);
        Assert.AreEqual(ofFile, ofModel);
        Assert.AreNotEqual(ofFile, Judge("--model", s_model).Distance);
        StringAssert.StartsWith(said, $"12 pictures of {s_model}, {words}, compared with ");

        static (string Distance, string Said) Judge(params string[] subject)
        {
            var figures = Workplace.Folder("psi.json");
            var run = ProgramRun.Of(["evaluate", .. subject, "--count", "12", "--seed", "5", "--data", Workplace.Data, "--json", figures,
                "--out", Workplace.Folder("psi judged")]).RequireSuccess();
            using var json = JsonDocument.Parse(File.ReadAllText(figures));
            return (json.RootElement.GetProperty("frechet_distance").GetRawText(), run.Output);
        }
    }

    private static void Generate(params string[] options) => ProgramRun.Of(["generate", "--model", s_model, .. options]).RequireSuccess();
}
