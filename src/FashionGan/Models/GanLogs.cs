namespace FashionGanTf.Models;

/// <summary>What <see cref="FashionGan"/> reports of a step and of an epoch: the names that its logs, a run's files, the plots, the
/// terminal and the studio share, and what they mean.</summary>
public static class GanLogs
{
    internal const string DLoss = "d_loss";
    internal const string GLoss = "g_loss";
    internal const string DReal = "d_real";
    internal const string DFake = "d_fake";
    internal const string DAccuracyReal = "d_accuracy_real";
    internal const string DAccuracyFake = "d_accuracy_fake";

    /// <summary>Each name, in the order of the logs, and what it means, in a few words to stand beside it. All but the
    /// losses are from 0 to 1. What "how real" means where a loss has no probabilities says
    /// <see cref="Objectives.IAdversarialLoss.Verdicts"/>.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [DLoss] = "loss of the discriminator",
        [GLoss] = "loss of the generator",
        [DReal] = "D(x), how real the discriminator finds real pictures",
        [DFake] = "D(G(z)), how real the discriminator finds drawn pictures",
        [DAccuracyReal] = "share of real pictures that the discriminator takes for real",
        [DAccuracyFake] = "share of drawn pictures that the discriminator takes for drawn",
    };

    /// <summary>A name with its meaning: <c>d_loss: loss of the discriminator</c>.</summary>
    internal static string Explained(string name) => $"{name}: {Meanings[name]}";
}
