using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>A picture made larger by whole factors, linearly between the centers of its elements and held at its edges. float32.</summary>
internal static class ResizeBilinear
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="factorH">How many rows one row becomes; at least 1.</param>
    /// <param name="factorW">How many columns one column becomes; at least 1.</param>
    /// <returns>(N, H * factorH, W * factorW, C).</returns>
    /// <exception cref="ArgumentException">The type, the shape or a factor is wrong.</exception>
    internal static Tensor Apply(Tensor x, int factorH, int factorW)
    {
        if (x.dtype != TF_DataType.TF_FLOAT || x.ndim != 4 || factorH < 1 || factorW < 1)
            throw new ArgumentException(
                $"ResizeBilinear: needs float32 (N, H, W, C) and factors of 1 or more; x is {x.dtype.Name()} of shape {x.shape}, the " +
                $"factors are ({factorH}, {factorW}).");
        return Along(Along(x, 2, factorW), 1, factorH);
    }

    private static Tensor Along(Tensor x, int axis, int factor)
    {
        var (outer, size, inner) = (x.shape[..axis].size, checked((int)x.shape[axis]), checked((int)x.shape[(axis + 1)..].size));
        var y = Tensor.Empty(x.shape.With(axis, (long)size * factor), x.dtype);
        Tensor.Device.ResizeLinear(x.Storage, y.Storage, outer, size, inner, factor);
        return Tape.Record("ResizeBilinear", y, x, dy => Gradient(dy, axis, factor));
    }

    private static Tensor Gradient(Tensor dy, int axis, int factor)
    {
        var (outer, size, inner) =
            (dy.shape[..axis].size, checked((int)(dy.shape[axis] / factor)), checked((int)dy.shape[(axis + 1)..].size));
        var dx = Tensor.Empty(dy.shape.With(axis, size), dy.dtype);
        Tensor.Device.ResizeLinearGradient(dy.Storage, dx.Storage, outer, size, inner, factor);
        return Tape.Record("ResizeBilinearGradient", dx, dy, ddx => Along(ddx, axis, factor));
    }
}
