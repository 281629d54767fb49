using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>What holds of each option that changes the game between the two networks: it makes a difference, any number of threads gives
/// the same bits, and so does a run that was killed and went on.</summary>
[TestClass]
public class GameOptionTests
{
    private static readonly Dictionary<string, Func<TrainingOptions, TrainingOptions>> s_changes = new()
    {
        ["--diffaugment"] = options => options with { Diffaugment = "color,translation,cutout" },
        ["--diffaugment, with classes"] = options => options with { Diffaugment = "cutout", Conditional = true },
        ["--loss"] = options => options with { Loss = "hinge", LabelNoise = 0 },
        ["--loss, relativistic, whose generator's step judges real pictures"] = options =>
            options with { Loss = "relativistic", LabelNoise = 0, Conditional = true, Diffaugment = "color" },
        ["--r1"] = options => options with { R1 = 1 },
        ["--r2"] = options => options with { R2 = 1, Conditional = true },
        ["--gradient-penalty"] = options => options with { Loss = "wasserstein", LabelNoise = 0, GradientPenalty = 10 },
        // The kill comes after three steps: whoever counts anew takes a penalty in the fourth.
        ["--penalty-every"] = options => options with { R1 = 1, R2 = 1, PenaltyEvery = 4, Diffaugment = "translation" },
        ["--ada"] = options => options with { Diffaugment = "color,cutout", Ada = 0.6 },
        ["--network"] = options => options with { Network = "residual", Loss = "relativistic", LabelNoise = 0, R1 = 1, R2 = 1 },
        ["--network, with classes"] = options => options with { Network = "residual", Conditional = true },
        ["--network, a StyleGAN"] = options => options with { Network = "stylegan", R1 = 0.1, PenaltyEvery = 2, Beta2 = 0.99 },
        ["--network, a StyleGAN, with classes"] = options =>
            options with { Network = "stylegan", Conditional = true, Diffaugment = "color,translation" },
        ["--attention"] = options => options with { Attention = 14 },
        ["--attention, with classes and a penalty"] = options => options with { Attention = 14, Conditional = true, R1 = 1 },
        ["--spectral-norm"] = options => options with { SpectralNorm = true },
        ["--spectral-norm, with classes, attention and a penalty"] = options =>
            options with { SpectralNorm = true, Loss = "hinge", LabelNoise = 0, Conditional = true, Attention = 14, R1 = 1 },
        ["--beta2"] = options => options with { Beta2 = 0.9 },
        // Ten steps of four pictures: nothing has come to its end when the kill comes, and all has before the run ends.
        ["--final-learning-rate"] = options => options with { AnnealOver = 24, FinalLearningRate = 1e-5 },
        ["--final-beta2"] = options => options with { AnnealOver = 24, Beta2 = 0.9, FinalBeta2 = 0.99 },
        ["--final-ema"] = options => options with { AnnealOver = 24, FinalEma = 0.1 },
        ["--final-penalties"] = options => options with { AnnealOver = 24, R1 = 10, FinalPenalties = 0.1, Network = "residual" },
        ["--replicas"] = options => options with { Replicas = 2 },
        ["--replicas, of a residual network with classes"] = options =>
            options with { Replicas = 4, Network = "residual", Loss = "relativistic", LabelNoise = 0, R1 = 1, R2 = 1, Conditional = true },
        ["--replicas, of a StyleGAN"] = options =>
            options with { Replicas = 2, Network = "stylegan", R1 = 0.1, Diffaugment = "color", Ada = 0.6 },
        ["--replicas, with attention and classes"] = options => options with { Replicas = 4, Attention = 14, Conditional = true },
    };

    private const string Generator = "generator.safetensors";

    private static SmallRun s_run = null!;
    private static RunFolders s_plain = null!;

    public static IEnumerable<object[]> All => s_changes.Keys.Select(name => new object[] { name });

    [ClassInitialize]
    public static void TrainPlain(TestContext context)
    {
        s_run = new SmallRun();
        s_plain = s_run.NewFolders();
        s_run.Train(s_plain, RunStart.New, options: Changed(options => options));
    }

    [ClassCleanup]
    public static void Remove() => s_run.Dispose();

    /// <summary>Naming the class counts 0.02 where nobody says.</summary>
    [TestMethod]
    public void TheClassWeightCounts()
    {
        byte[] Trained(double? weight)
        {
            var folders = s_run.NewFolders();
            s_run.Train(folders, RunStart.New, options: Changed(options => options with { Conditional = true, ClassWeight = weight }));
            return File.ReadAllBytes(Path.Combine(folders.Run, Generator));
        }

        var usual = Trained(null);
        CollectionAssert.AreEqual(usual, Trained(0.02));
        CollectionAssert.AreNotEqual(usual, Trained(0));
        CollectionAssert.AreNotEqual(usual, Trained(1));
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void ItMakesADifferenceAndKillsAndThreadsMakeNone(string name)
    {
        var options = Changed(s_changes[name]);
        var (unbroken, killed) = (s_run.NewFolders(), s_run.NewFolders());
        s_run.Train(unbroken, RunStart.New, options: options, threads: 2);
        // The average is of the generator, and no network learns from it.
        foreach (var file in name == "--final-ema" ? [Generator] : new[] { Generator, "discriminator.safetensors" })
            CollectionAssert.AreNotEqual(
                File.ReadAllBytes(Path.Combine(s_plain.Run, file)), File.ReadAllBytes(Path.Combine(unbroken.Run, file)), file);
        Assert.ThrowsExactly<KilledException>(
            () => s_run.Train(killed, RunStart.New, new Interruption(0, 3, asks: false), options, threads: 1));
        Assert.IsEmpty(s_run.Train(killed, RunStart.Resume, options: options, threads: 3));
        SmallRun.RequireSame(unbroken, killed);
        var error = Assert.ThrowsExactly<ArgumentException>(() => s_run.Train(killed, RunStart.Resume));
        StringAssert.Contains(error.Message, name.Split(',')[0]);
    }

    private static TrainingOptions Changed(Func<TrainingOptions, TrainingOptions> change) =>
        change(s_run.Options with { Epochs = 2, CheckpointEvery = 0 });
}
