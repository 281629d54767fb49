using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Distributed;

namespace FashionGanTf.Cli.Tests.Distributed;

/// <summary>A training that processes share ends with the bits of one process.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class RankTests
{
    private static readonly string[] s_files =
        ["generator.safetensors", "generator.raw.safetensors", "discriminator.safetensors", "steps.csv"];

    [TestMethod]
    [DataRow("")]
    [DataRow("--conditional --r1 1 --penalty-every 2 --diffaugment color,translation --flip")]
    [DataRow("--network stylegan --r1 0.1 --label-smoothing 0")]
    [DataRow("--network residual --loss relativistic --r1 0.5 --r2 0.5 --label-smoothing 0")]
    public void TwoAndThreeRanksHaveTheBitsOfOneProcess(string options)
    {
        var one = Workplace.Folder($"one process {options.GetHashCode(StringComparison.Ordinal)}");
        ProgramRun.Of(["train", .. Options(options, one), "--threads", "2"]).RequireSuccess();
        foreach (var ranks in options.Length == 0 ? new[] { 2, 3, 4 } : [3])
        {
            var several = $"{one} {ranks}";
            var run = MpiRun.Train(ranks, [.. Options(options, several), "--threads", "1"]);
            Assert.AreEqual(0, run.ExitCode, run.Error + run.Output);
            RequireSame(one, several);
            // Only rank 0 speaks and writes.
            Assert.HasCount(2, run.Output.Split("Training on "), run.Output);
        }
    }

    [TestMethod]
    public void MpichDoesTheSame()
    {
        var (one, two) = (Workplace.Folder("one beside MPICH"), Workplace.Folder("two of MPICH"));
        var run = MpiRun.TrainOverMpich(2, [.. Options("", two), "--threads", "1"]);
        Assert.AreEqual(0, run.ExitCode, run.Error + run.Output);
        ProgramRun.Of(["train", .. Options("", one), "--threads", "1"]).RequireSuccess();
        RequireSame(one, two);
    }

    [TestMethod]
    public void ARunGoesOnWithAnotherNumberOfRanks()
    {
        var (unbroken, moved) = (Workplace.Folder("unbroken by ranks"), Workplace.Folder("moved between ranks"));
        ProgramRun.Of(["train", .. Options("", unbroken, epochs: 3)]).RequireSuccess();
        Assert.AreEqual(0, MpiRun.Train(2, [.. Options("", moved), "--threads", "1"]).ExitCode);
        Assert.AreEqual(0, MpiRun.Train(3, "--resume", "--out", moved, "--epochs", "2", "--threads", "1").ExitCode);
        ProgramRun.Of("train", "--resume", "--out", moved, "--epochs", "3").RequireSuccess();
        RequireSame(unbroken, moved);
    }

    [TestMethod]
    public void MoreRanksThanReplicasAreRefused()
    {
        var output = Workplace.Folder("too few replicas");
        var run = MpiRun.Train(2, "--data", Workplace.Data, "--out", output);
        Assert.AreEqual(2, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "fashion-gan: 2 processes share a training that has as many replicas at least, and this one has " +
            "1: give --replicas 2, or --distributed none to let each process train alone.");
        Assert.IsFalse(Directory.Exists(output));
    }

    [TestMethod]
    public void WhatRanksDisagreeAboutIsNamedAndNothingIsWritten()
    {
        var output = Workplace.Folder("disagreeing");
        string[] Line(string batch, string seed) =>
            ["train", "--data", Workplace.Data, "--out", output, "--replicas", "2", "--batch-size", batch, "--seed", seed];
        var run = MpiRun.End(MpiRun.Start(Line("8", "1")[1..], Line("16", "2")[1..]));
        Assert.AreNotEqual(0, run.ExitCode);
        StringAssert.Contains(run.Error,
            "fashion-gan: Rank 1 does not train what rank 0 trains: --batch-size 16 (rank 0 has 8), --seed 2 (rank 0 has 1).");
        Assert.IsFalse(Directory.Exists(output));
    }

    [TestMethod]
    public void RanksMayTrainAlone()
    {
        var (one, other) = (Workplace.Folder("alone 0"), Workplace.Folder("alone 1"));
        string[] Line(string output) =>
        [
            "--data", Workplace.Data, "--out", output, "--distributed", "none", "--epochs", "1", "--batch-size", "16", "--latent-dim", "4",
            "--threads", "1",
        ];
        var run = MpiRun.End(MpiRun.Start(Line(one), Line(other)));
        Assert.AreEqual(0, run.ExitCode, run.Error + run.Output);
        RequireSame(one, other);
    }

    [TestMethod]
    public void ProcessesThatSlurmStartsWithoutMpiAreRefused()
    {
        using var process = ProgramRun.StartShell(
            "SLURM_STEP_NUM_TASKS=2 exec \"$@\"", ["train", "--data", Workplace.Data, "--out", Workplace.Folder("without MPI")]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        ProgramRun.End(process, () => output.Result, () => error.Result).RequireFailure(2, "srun started 2 processes without MPI: give ");
    }

    [TestMethod]
    [DataRow("2(x3),1", 2, 2)]
    [DataRow("2(x3),1", 3, 1)]
    [DataRow("4", 0, 4)]
    [DataRow(null, 0, 1)]
    public void SlurmsTasksOfANodeAreRead(string? tasks, int node, int expected) =>
        Assert.AreEqual(expected, MpiEnvironment.TasksOfNode(tasks, node));

    internal static void RequireSame(string expected, string actual)
    {
        foreach (var name in s_files)
            CollectionAssert.AreEqual(
                File.ReadAllBytes(Path.Combine(expected, "run", name)), File.ReadAllBytes(Path.Combine(actual, "run", name)), name);
    }

    /// <summary>A training of four replicas and a few steps.</summary>
    internal static string[] Options(string options, string output, int epochs = 1) =>
    [
        "--data", Workplace.Data, "--out", output, "--replicas", "4", "--batch-size", "16", "--latent-dim", "4", "--epochs", $"{epochs}",
        .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    ];
}
