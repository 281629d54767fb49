namespace FashionGanTf.Training;

/// <summary>The most that each option of a training takes, on the command line and in a config.json.</summary>
public static class TrainingLimits
{
    /// <summary>Passes over the data.</summary>
    public const int Epochs = 1_000_000;

    /// <summary>Pictures in a step.</summary>
    public const int BatchSize = 65_536;

    /// <summary>Numbers of noise: with more, a checkpoint would be larger than an array can be.</summary>
    public const int LatentDim = 8192;

    /// <summary>Adam's step size.</summary>
    public const double LearningRate = 1;

    /// <summary>Adam's first decay; at 1 nothing would ever be learned.</summary>
    public const double Beta1 = 0.9999;

    /// <summary>The decay of the averaged weights; at 1 they would never move.</summary>
    public const double Ema = 0.99999;

    /// <summary>Threads that work.</summary>
    public const int Threads = 4096;

    /// <summary>Minutes between two checkpoints: a week.</summary>
    public const double CheckpointEvery = 10_080;
}
