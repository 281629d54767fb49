namespace FashionGanTf.Training;

/// <summary>
/// Everything that a training run depends on; the same options and data give the same weights, on any number of threads. What is not said
/// is as in the runs that drew best, which docs/model-card.md lists.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>How often all pictures are seen.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Pictures in a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Numbers that a picture is drawn from.</summary>
    public int LatentDim { get; init; } = 100;

    /// <summary>The step size of both optimizers, or where the discriminator has its own, of the generator's.</summary>
    public double LearningRate { get; init; } = 4e-4;

    /// <summary>The step size of the discriminator's optimizer; null: as the generator's.</summary>
    public double? DiscriminatorLearningRate { get; init; }

    /// <summary>How much both optimizers keep of their mean gradient in a step, from 0 up to, not including, 1.</summary>
    public double Beta1 { get; init; }

    /// <summary>Real pictures get the label 1 minus this.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Labels move towards the other side by up to this, at random.</summary>
    public double LabelNoise { get; init; }

    /// <summary>
    /// How much a moving average of the generator's weights, which draws the samples, keeps of itself in a step; 0 for no average. In the
    /// first steps it keeps less.
    /// </summary>
    public double Ema { get; init; } = 0.999;

    /// <summary>Where all random numbers start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Train on the first so many pictures only; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Minutes between two checkpoints within an epoch; 0 for one after each step. The result does not depend on it.</summary>
    public double CheckpointEvery { get; init; } = 5;

    /// <summary>A folder with a data set in IDX files; null to find or fetch Fashion-MNIST.</summary>
    public string? Data { get; init; }
}
