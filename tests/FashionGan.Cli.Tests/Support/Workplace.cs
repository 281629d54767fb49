namespace FashionGanTf.Cli.Tests.Support;

/// <summary>A folder for one class of tests, with the tiny data set and one short training run that all its tests may look at.</summary>
[TestClass]
public static class Workplace
{
    private static readonly string s_folder = Directory.CreateTempSubdirectory("fashion-gan-").FullName;
    private static readonly Lazy<string> s_trained = new(Train);

    internal const int Epochs = 2;
    internal const int LatentDim = 8;

    /// <summary>The tiny data set.</summary>
    internal static string Data => Folder("data");

    /// <summary>The folder of a run of two epochs.</summary>
    internal static string Trained => s_trained.Value;

    /// <summary>What that run wrote to standard output.</summary>
    internal static string TrainingOutput { get; private set; } = "";

    internal static string Model => Path.Combine(Trained, "run", "generator.safetensors");

    /// <summary>A place in the folder.</summary>
    internal static string Folder(string name) => Path.Combine(s_folder, name);

    /// <summary>Copies that run to another folder, where a test may go on with it.</summary>
    internal static void CopyTrained(string to) => Copy(Trained, to);

    /// <summary>Copies all files of a folder.</summary>
    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [AssemblyInitialize]
    public static void Begin(TestContext context)
    {
        TinyDataset.Write(Data);
        KeepCacheClean();
    }

    [AssemblyCleanup]
    public static void End() => Directory.Delete(s_folder, recursive: true);

    /// <summary>Requires that no half-written file lies anywhere in a folder.</summary>
    internal static void RequireNothingHalfWritten(string folder) =>
        Assert.IsEmpty(Directory.GetFiles(folder, "*.tmp", SearchOption.AllDirectories));

    /// <summary>Lets the programs that are run keep prepared pictures here, and find Fashion-MNIST where the user's cache has it.</summary>
    private static void KeepCacheClean()
    {
        const string variable = "XDG_CACHE_HOME", dataset = "fashion-gan/fashion-mnist";
        var user = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        Directory.CreateDirectory(Path.Combine(user, dataset));
        Directory.CreateDirectory(Folder("cache/fashion-gan"));
        Directory.CreateSymbolicLink(Folder($"cache/{dataset}"), Path.Combine(user, dataset));
        Environment.SetEnvironmentVariable(variable, Folder("cache"));
    }

    private static string Train()
    {
        var run = ProgramRun.Of(
            "train", "--data", Data, "--out", Folder("trained"), "--epochs", $"{Epochs}", "--batch-size", "16", "--latent-dim",
            $"{LatentDim}", "--threads", "2").RequireSuccess();
        TrainingOutput = run.Output;
        return Folder("trained");
    }
}
