using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>A picture made larger by whole factors: each element becomes a block of equal ones. float32.</summary>
internal static class ResizeNearest
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="factorH">How many rows one row becomes; at least 1.</param>
    /// <param name="factorW">How many columns one column becomes; at least 1.</param>
    /// <returns>(N, H * factorH, W * factorW, C).</returns>
    /// <exception cref="ArgumentException">The type, the shape or a factor is wrong.</exception>
    internal static Tensor Apply(Tensor x, int factorH, int factorW)
    {
        if (x.ndim != 4 || factorH < 1 || factorW < 1)
            throw new ArgumentException(
                $"ResizeNearest: needs (N, H, W, C) and factors of 1 or more; x has the shape {x.shape}, the factors are ({factorH}, " +
                $"{factorW}).");
        var (n, h, w, c) = Sizes(x.shape);
        if (x.dtype != TF_DataType.TF_FLOAT)
            return Reshape.Apply(
                BroadcastTo.Apply(Reshape.Apply(x, new Shape(n, h, 1, w, 1, c)), new Shape(n, h, factorH, w, factorW, c)),
                (n, h * factorH, w * factorW, c));
        var y = Tensor.Empty((n, h * factorH, w * factorW, c), x.dtype);
        Tensor.Device.ResizeNearest(x.Storage, y.Storage, n, h, w, c, (factorH, factorW));
        return Tape.Record("ResizeNearest", y, x, dy => Gradient(dy, factorH, factorW));
    }

    /// <summary>The sum of each block: linear, so its own gradient is the resizing again.</summary>
    private static Tensor Gradient(Tensor dy, int factorH, int factorW)
    {
        var (n, h, w, c) = Sizes(dy.shape);
        var dx = Tensor.Empty((n, h / factorH, w / factorW, c), dy.dtype);
        Tensor.Device.ResizeNearestGradient(dy.Storage, dx.Storage, n, h / factorH, w / factorW, c, (factorH, factorW));
        return Tape.Record("ResizeNearestGradient", dx, dy, ddx => Apply(ddx, factorH, factorW));
    }

    private static (int N, int H, int W, int C) Sizes(Shape shape) =>
        (checked((int)shape[0]), checked((int)shape[1]), checked((int)shape[2]), checked((int)shape[3]));
}
