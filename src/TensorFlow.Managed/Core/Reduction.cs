namespace Tensorflow;

/// <summary>The names of a loss's reductions: how the losses of a batch become one.</summary>
public static class Reduction
{
    /// <summary>The mean over the batch.</summary>
    public const string AUTO = "auto";

    /// <summary>One loss for each sample.</summary>
    public const string NONE = "none";

    /// <summary>The sum over the batch.</summary>
    public const string SUM = "sum";

    /// <summary>The mean over the batch.</summary>
    public const string SUM_OVER_BATCH_SIZE = "sum_over_batch_size";
}
