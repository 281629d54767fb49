using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// Sets elements to 0 with a probability and multiplies the others by 1 / (1 - rate), so that the mean stays (Srivastava et al.,
/// Dropout, 2014; inverted, as TensorFlow's). float32.
/// </summary>
internal static class Dropout
{
    /// <param name="x">Any shape.</param>
    /// <param name="rate">The probability that an element is dropped, from 0 to below 1.</param>
    /// <param name="random">Where the numbers come from: one an element.</param>
    /// <exception cref="ArgumentException">The type or the rate is wrong.</exception>
    internal static Tensor Apply(Tensor x, float rate, RandomGenerator random)
    {
        if (x.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException($"Dropout: x must be float32; it is {x.dtype.Name()}.");
        if (!(rate >= 0 && rate < 1))
            throw new ArgumentException($"Dropout: rate must be at least 0 and below 1; it is {rate}.");
        if (rate == 0)
            return x;

        // What the gradient needs is a bit an element; the numbers themselves are never in memory.
        var kept = Tensor.Empty((x.size + 7) / 8, TF_DataType.TF_UINT8);
        var (key, counter) = random.Reserve(x.size);
        Tensor.Device.RandomMask(key, counter, kept.Storage, x.size, rate);
        return Masked("Dropout", x, kept, 1 / (1 - rate));
    }

    /// <summary>Linear in x and its own transpose, so its gradient is the same.</summary>
    private static Tensor Masked(string operation, Tensor x, Tensor kept, float scale)
    {
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.Mask(x.Storage, kept.Storage, y.Storage, x.size, scale);
        GC.KeepAlive(kept);
        return Tape.Record(operation, y, x, dy => Masked("DropoutGradient", dy, kept, scale));
    }
}
