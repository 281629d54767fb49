using Tensorflow.Gradients;
using Tensorflow.Keras.Losses;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Metrics;

/// <summary>What metrics gather from a batch of values.</summary>
internal static class WeightedSum
{
    /// <summary>The sum of the values times their weights, and that of the weights.</summary>
    /// <exception cref="ArgumentException">The weights do not fit the values; the message begins with <paramref name="owner"/>.</exception>
    internal static (double Total, double Weight) Of(string owner, Tensor values, Tensor? sample_weight)
    {
        using var pause = Tape.Pause();
        using var scope = TensorScope.Begin();
        if (!values.dtype.IsFloating())
            values = Cast.Apply(values, TF_DataType.TF_FLOAT);
        if (sample_weight is null)
            return (ReduceSum.Apply(values).Item(), values.size);
        var weights = BroadcastTo.Apply(SampleWeights.Aligned(owner, sample_weight, values), values.shape);
        return (ReduceSum.Apply(values * weights).Item(), ReduceSum.Apply(weights).Item());
    }
}
