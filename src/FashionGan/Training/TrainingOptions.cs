using System.Text.Json.Serialization;

namespace FashionGanTf.Training;

/// <summary>
/// Everything that a training run depends on; the same options and data give the same weights, on any number of threads. What is not said
/// is as in the runs that drew best, which docs/model-card.md lists.
/// </summary>
/// <remarks>
/// A new option of <c>train</c> is one property here: the command line, its help, config.json and the comparison with a resumed run go
/// through <see cref="TrainingOption.All"/>.
/// </remarks>
public sealed record TrainingOptions
{
    /// <summary>The most pictures in a step.</summary>
    public const int MostBatchSize = 65_536;

    /// <summary>The most numbers of noise: with more, a checkpoint would be larger than an array can be.</summary>
    public const int MostLatentDim = 8192;

    private const int MinutesOfAWeek = 10_080;

    /// <summary>Passes over the training pictures.</summary>
    [Option("Passes over the training pictures.", 1, 1_000_000, OnResume = ResumeRule.MayGrow)]
    public int Epochs { get; init; } = 50;

    /// <summary>Pictures in a step, 2 at least; files of older runs that had 1 are still read.</summary>
    [Option("Pictures in a step, at least 2.", 1, MostBatchSize)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Length of the noise vector that a picture is drawn from.</summary>
    [Option("Length of the noise vector that a picture is drawn from.", 1, MostLatentDim)]
    public int LatentDim { get; init; } = 100;

    /// <summary>Learning rate of both optimizers, or of the generator's alone where the discriminator has its own.</summary>
    [Option("Learning rate of both Adam optimizers.", 0, 1)]
    public double LearningRate { get; init; } = 4e-4;

    /// <summary>Learning rate of the discriminator's optimizer; null: as the generator's.</summary>
    [Option("Learning rate of the discriminator's Adam [default: as --learning-rate].", 0, 1)]
    public double? DiscriminatorLearningRate { get; init; }

    /// <summary>Decay of the first moment in both Adam optimizers, from 0 up to, not including, 1.</summary>
    [Option("Adam's beta1, the decay of the first moment, for both networks.", 0, 0.9999)]
    public double Beta1 { get; init; }

    /// <summary>Real pictures get the label 1 minus this.</summary>
    [Option("Label smoothing: real pictures get the label 1 minus this.", 0, 1)]
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Labels move towards the other side by up to this, at random.</summary>
    [Option("Label noise: labels move towards the other side by up to this, at random.", 0, 1)]
    public double LabelNoise { get; init; }

    /// <summary>
    /// How much a moving average of the generator's weights, which draws the samples, keeps of itself in a step; 0 for no average. In
    /// step t = 1, 2, ... it keeps (1 + t) / (10 + t) at most, so that the first weights are soon forgotten.
    /// </summary>
    [Option("Decay of a moving average of the generator's weights, which draws the samples; in step t at most (1 + t) / (10 + t); 0 for " +
        "none.", 0, 0.99999)]
    public double Ema { get; init; } = 0.999;

    /// <summary>Seed of all random numbers: weights, order, noise and dropout.</summary>
    [Option("Seed of all random numbers; the same seed gives the same bits.", 0, int.MaxValue)]
    public int Seed { get; init; } = 1;

    /// <summary>Train on the first so many pictures only; null for all.</summary>
    [Option("Train on the first N pictures only.", 1, int.MaxValue, OnResume = ResumeRule.SamePictures)]
    public int? Limit { get; init; }

    /// <summary>Minutes between two checkpoints within an epoch; 0 for one after each step. The result does not depend on it.</summary>
    [Option("Minutes between two checkpoints within an epoch; 0 for one after each step.", 0, MinutesOfAWeek, OnResume = ResumeRule.Free)]
    public double CheckpointEvery { get; init; } = 5;

    /// <summary>
    /// A folder with a data set in IDX files; null to find or fetch Fashion-MNIST. It may move while a run waits to be resumed: the
    /// pictures' checksum tells whether they are the same.
    /// </summary>
    [Option("Pictures to train on: a folder with IDX files as Fashion-MNIST's, or one of them [default: found or fetched].",
        OnResume = ResumeRule.Free)]
    public string? Data { get; init; }

    /// <summary>Whether to learn from the pictures' labels, too, so that a class can be asked for; null for no.</summary>
    [Option("Learn the classes, too, so that one can be asked for; the data need labels.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Conditional { get; init => field = value is true ? true : null; }

    /// <summary>
    /// What to compute on: <c>cpu</c>, <c>gpu</c>, <c>gpu:1</c>, or <c>auto</c> for a graphics card where there is one; null for the
    /// processor. A run may go on on another device, whose results differ by rounding.
    /// </summary>
    [Option("What to compute on: cpu, gpu (an NVIDIA card; gpu:1 for the second), or auto for a card where there is one [default: cpu].",
        Word = "DEVICE", OnResume = ResumeRule.Free)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Device { get; init; }

    /// <summary>Whether matrix products on a card round their factors to TF32, which is faster and less exact; null for no.</summary>
    [Option("On a card, round the factors of matrix products to TF32: faster, and less exact.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Tf32 { get; init => field = value is true ? true : null; }

    /// <summary>What is wrong with options that are each within its range, in one line; null when nothing is.</summary>
    public string? Contradiction() =>
        LabelSmoothing + LabelNoise >= 1 ? "--label-smoothing and --label-noise together must stay below 1." : null;
}
