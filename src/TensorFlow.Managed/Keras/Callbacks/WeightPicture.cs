using Tensorflow.Operations;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Weights as pictures, in the shape that Keras' callback TensorBoard gives them (its <c>_log_weight_as_image</c>).</summary>
internal static class WeightPicture
{
    /// <summary>
    /// A weight without its axes of size 1: a vector (a bias) as one column; a matrix (a dense kernel) lying, not standing; three axes
    /// (H, W, C) as a picture for each channel; four as they are.
    /// </summary>
    /// <returns>(N, H, W, C); null where nothing comes of it: C would not be 1, 3 or 4, or there are other numbers of axes.</returns>
    internal static Tensor? Of(Tensor weight)
    {
        var x = Squeeze.Apply(weight);
        if (x.ndim == 2 && x.shape[0] > x.shape[1])
            x = Transpose.Apply(x, [1, 0]);
        if (x.ndim == 3)
            x = Transpose.Apply(x, [2, 0, 1]);
        return x.ndim switch
        {
            1 => Reshape.Apply(x, (1, x.shape[0], 1, 1)),
            2 => Reshape.Apply(x, (1, x.shape[0], x.shape[1], 1)),
            3 => Reshape.Apply(x, (x.shape[0], x.shape[1], x.shape[2], 1)),
            4 when x.shape[3] is 1 or 3 or 4 => x,
            _ => null,
        };
    }
}
