namespace Tensorflow.Operations;

/// <summary>A picture made larger by whole factors: each element becomes a block of equal ones. Made of operations that have gradients.</summary>
internal static class ResizeNearest
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="factorH">How many rows one row becomes; at least 1.</param>
    /// <param name="factorW">How many columns one column becomes; at least 1.</param>
    /// <returns>(N, H * factorH, W * factorW, C).</returns>
    /// <exception cref="ArgumentException">The shape or a factor is wrong.</exception>
    internal static Tensor Apply(Tensor x, int factorH, int factorW)
    {
        if (x.ndim != 4 || factorH < 1 || factorW < 1)
            throw new ArgumentException($"ResizeNearest: needs (N, H, W, C) and factors of 1 or more; x has the shape {x.shape}, the factors are ({factorH}, {factorW}).");
        var (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        var blocks = BroadcastTo.Apply(Reshape.Apply(x, new Shape(n, h, 1, w, 1, c)), new Shape(n, h, factorH, w, factorW, c));
        return Reshape.Apply(blocks, (n, h * factorH, w * factorW, c));
    }
}
