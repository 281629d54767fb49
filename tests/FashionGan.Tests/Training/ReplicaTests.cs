using System.Globalization;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>Replicas that share a batch train as one that has all of it, but for the last bits.</summary>
[TestClass]
public class ReplicaTests
{
    private static readonly Dictionary<string, Func<TrainingOptions, TrainingOptions>> s_changes = new()
    {
        ["a DCGAN"] = options => options,
        ["with classes, attention and a penalty"] = options => options with { Conditional = true, Attention = 14, R1 = 1 },
        ["residual networks"] = options => options with { Network = "residual", Loss = "relativistic", LabelNoise = 0, R1 = 1, R2 = 1 },
        ["a gradient penalty and augmentation"] = options => options with
        {
            Loss = "wasserstein", LabelNoise = 0, GradientPenalty = 10, Diffaugment = "color,translation,cutout",
        },
    };

    public static IEnumerable<object[]> All => s_changes.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(All))]
    public void TheLossesAreThoseOfOneReplica(string name)
    {
        using var small = new SmallRun();
        // Parts of four pictures: all random numbers are the same ones.
        var options = s_changes[name](small.Options with { BatchSize = 8, Epochs = 1 });
        var (one, two) = (Losses(small, options), Losses(small, options with { Replicas = 2 }));
        Assert.HasCount(2 * 2, one);
        for (var i = 0; i < one.Length; i++)
            // The first update is by the sign of each gradient, as Adam's is: a gradient near 0 may go either way.
            Assert.AreEqual(one[i], two[i], (i == 0 ? 1e-6 : 1e-4) * Math.Max(1, Math.Abs(one[i])), $"loss {i}");
    }

    [TestMethod]
    public void PartsThatAreNotEqualAreRefused()
    {
        var options = new TrainingOptions { BatchSize = 64, Replicas = 3 };
        Assert.AreEqual("--batch-size 64 cannot be cut into --replicas 3 equal parts.", options.Contradiction());
        Assert.IsNull((options with { Replicas = 4 }).Contradiction());
        Assert.IsNotNull((options with { Replicas = 4, Device = "gpu" }).Contradiction());
    }

    [TestMethod]
    public void WhatRanksDisagreeAboutIsNamed()
    {
        string[] first = ["version\t1.0", "--seed\t1", "--label-column\tnone"];
        Assert.IsNull(RankAgreement.Differences(first, first));
        Assert.AreEqual(
            "--seed 2 (rank 0 has 1), --label-column a b (rank 0 has none), --new 3 (rank 0 has none)",
            RankAgreement.Differences(first, ["version\t1.0", "--seed\t2", "--label-column\ta b", "--new\t3"]));
    }

    /// <summary>Both players' losses in each step.</summary>
    private static double[] Losses(SmallRun small, TrainingOptions options)
    {
        var folders = small.NewFolders();
        small.Train(folders, RunStart.New, options: options);
        return [.. File.ReadAllLines(Path.Combine(folders.Run, "steps.csv")).Skip(1)
            .SelectMany(line => line.Split(',')[^2..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)))];
    }
}
