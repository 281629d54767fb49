using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>config.json: what it keeps, what it refuses, and what stands in the way of going on.</summary>
[TestClass]
public class RunConfigTests
{
    private static readonly RunConfig s_config = new(new TrainingOptions { BatchSize = 128, LearningRate = 3e-4,
        DiscriminatorLearningRate = 5e-4, Limit = 640, Data = "/pictures/ä", CheckpointEvery = 0.5 }, Images: 640, Threads: 2)
    {
        DataSha256 = new string('a', 64),
        Out = "/out",
        Ended = DateTimeOffset.UnixEpoch,
    };

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "config.json");
        File.WriteAllText(path, s_config.ToJson());
        Assert.AreEqual(s_config, RunConfig.Read(path));
        foreach (var name in new[] { "epochs", "batch_size", "latent_dim", "learning_rate", "discriminator_learning_rate", "beta1",
            "label_smoothing", "label_noise", "ema", "seed", "limit", "checkpoint_every", "data", "out", "threads",
            "data_sha256", "version", "framework", "system", "architecture", "processor", "cores", "started", "ended" })
            StringAssert.Contains(s_config.ToJson(), $"\"{name}\":");
    }

    [TestMethod]
    public void TheReferenceRunsFileIsReadAndWrittenAsItIs()
    {
        var path = Path.Combine(Repository.Root, "samples", "reference", "config.json");
        Assert.AreEqual(File.ReadAllText(path), RunConfig.Read(path).ToJson());
    }

    /// <summary>A step of one picture is refused now; runs that had it are still shown.</summary>
    [TestMethod]
    public void AnOldRunOfSinglePicturesIsRead()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "config.json");
        File.WriteAllText(path, s_config.ToJson().Replace("\"batch_size\": 128", "\"batch_size\": 1", StringComparison.Ordinal));
        Assert.AreEqual(1, RunConfig.Read(path).Options.BatchSize);
    }

    [TestMethod]
    [DataRow("\"batch_size\": 128", "\"batch_size\": 0", "'batch_size' is not a whole number from 1 to 65536")]
    [DataRow("\"batch_size\": 128", "\"batch_size\": 1e99", "'batch_size'")]
    [DataRow("\"batch_size\": 128", "\"batch_size\": \"128\"", "'batch_size'")]
    [DataRow("\"batch_size\": 128,", "", "'batch_size'")]
    [DataRow("\"batch_size\": 128", "\"batch_size\": 128, \"batch_size\": 64", "not JSON, or damaged")]
    [DataRow("\"learning_rate\": 0.0003", "\"learning_rate\": 1e999", "'learning_rate' is not a number from 0 to 1")]
    [DataRow("\"discriminator_learning_rate\": 0.0005", "\"discriminator_learning_rate\": 1.1",
        "'discriminator_learning_rate' is not a number from 0 to 1")]
    [DataRow("\"label_noise\": 0", "\"label_noise\": 1", "together")]
    [DataRow("\"ema\": 0.999", "\"ema\": 1", "'ema' is not a number from 0 to 0.99999")]
    [DataRow("\"seed\": 1", "\"seed\": -1", "'seed'")]
    [DataRow("\"data_sha256\": \"a", "\"data_sha256\": \"A", "'data_sha256'")]
    [DataRow("/pictures/", "\\u001b[2J", "'data' is not a line of text")]
    [DataRow("/pictures/", "\\ud800", "'data' is not a line of text")]
    [DataRow("{", "{ \"\\ud800\": 1,", "one of its names is no text")]
    [DataRow("\"ended\": \"1970", "\"ended\": \"x", "'ended' is not a time")]
    [DataRow("\"machine\": {", "\"machine\": null, \"m\": {", "'machine' is missing")]
    [DataRow("{", "[[[[[[[[", "not JSON, or damaged")]
    public void WhatIsDamagedIsRefusedInOneLine(string part, string damage, string complaint)
    {
        var text = s_config.ToJson();
        var place = text.IndexOf(part, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, place);
        RequireRefused(text[..place] + damage + text[(place + part.Length)..], complaint);
    }

    [TestMethod]
    public void WhatIsNoConfigurationIsRefused()
    {
        RequireRefused("", "not JSON, or damaged");
        RequireRefused("[]", "not a JSON object");
        RequireRefused(s_config.ToJson()[..200], "not JSON, or damaged");
        RequireRefused(s_config.ToJson() + new string(' ', 1 << 20), "larger than 262144 bytes");
    }

    [TestMethod]
    public void EachOptionThatChangesTheResultIsNamed()
    {
        var other = s_config with
        {
            Options = s_config.Options with { Epochs = 49, BatchSize = 64, LatentDim = 99, LearningRate = 1e-3,
                DiscriminatorLearningRate = 2e-3, Beta1 = 0.9, LabelSmoothing = 0.3, LabelNoise = 0.2, Ema = 0.99, Seed = 2, Limit = null },
            DataSha256 = new string('b', 64),
        };
        Assert.AreEqual(
            "--epochs 49 (the run has 50), --batch-size 64 (the run has 128), --latent-dim 99 (the run has 100), --learning-rate 0.001 " +
            "(the run has 0.0003), --discriminator-learning-rate 0.002 (the run has 0.0005), --beta1 0.9 (the run has 0), "
            + "--label-smoothing 0.3 (the run has 0.1), --label-noise 0.2 (the run has 0), --ema 0.99 (the run has 0.999), --seed 2 (the " +
            "run has 1), no --limit (the run has 640)",
            s_config.Differences(other));
    }

    [TestMethod]
    public void WhatDoesNotChangeTheResultIsFree() =>
        Assert.IsNull(s_config.Differences(s_config with
            { Threads = 8, Options = s_config.Options with { Epochs = 100, CheckpointEvery = 1, Data = "/moved", Limit = null } }));

    [TestMethod]
    public void OtherDataAreADifference() =>
        Assert.AreEqual(
            "the data have changed: 640 pictures with SHA-256 bbbbbbbbbbbb... (the run has 640 with aaaaaaaaaaaa...)",
            s_config.Differences(s_config with { DataSha256 = new string('b', 64) }));

    private static void RequireRefused(string text, string complaint)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "config.json");
        File.WriteAllText(path, text);
        var error = Assert.ThrowsExactly<InvalidDataException>(() => RunConfig.Read(path));
        StringAssert.StartsWith(error.Message, path + " is not a run's configuration: ");
        StringAssert.Contains(error.Message, complaint);
        Assert.IsFalse(error.Message.Any(char.IsControl), error.Message);
    }
}
