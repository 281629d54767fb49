namespace Tensorflow;

/// <summary>The names in <see cref="Reduction"/> under TensorFlow.NET's other name.</summary>
public static class ReductionV2
{
    /// <inheritdoc cref="Reduction.AUTO"/>
    public const string AUTO = Reduction.AUTO;

    /// <inheritdoc cref="Reduction.NONE"/>
    public const string NONE = Reduction.NONE;

    /// <inheritdoc cref="Reduction.SUM"/>
    public const string SUM = Reduction.SUM;

    /// <inheritdoc cref="Reduction.SUM_OVER_BATCH_SIZE"/>
    public const string SUM_OVER_BATCH_SIZE = Reduction.SUM_OVER_BATCH_SIZE;
}
