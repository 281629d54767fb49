using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>How weights of samples meet the values that they weigh.</summary>
internal static class SampleWeights
{
    /// <summary>
    /// The weights in a type and shape that broadcasts against the values: one for all, one for each value, or, as (N) or (N, 1), one for
    /// everything that belongs to a sample.
    /// </summary>
    /// <exception cref="ArgumentException">They do not fit; the message begins with <paramref name="owner"/>.</exception>
    internal static Tensor Aligned(string owner, Tensor sample_weight, Tensor values)
    {
        var weights = Cast.Apply(sample_weight, values.dtype);
        if (weights.ndim == values.ndim + 1 && weights.shape[-1] == 1)
            weights = Reshape.Apply(weights, weights.shape[..^1]);
        while (weights.ndim > 0 && weights.ndim < values.ndim)
            weights = Reshape.Apply(weights, weights.shape.Insert(weights.ndim, 1));
        if (weights.ndim > values.ndim || !FitsAxes(weights.shape, values.shape))
            throw new ArgumentException(
                $"{owner}: sample_weight of shape {sample_weight.shape} does not fit values of shape {values.shape}.");
        return weights;
    }

    private static bool FitsAxes(Shape weights, Shape values)
    {
        for (var axis = 0; axis < weights.ndim; axis++)
            if (weights[axis] != 1 && weights[axis] != values[axis])
                return false;
        return true;
    }
}
