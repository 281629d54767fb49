namespace Tensorflow.Operations;

/// <summary>Pictures made larger or smaller, as <c>tf.image.resize</c>: each column, then each line, is multiplied by a matrix.</summary>
internal static class Resize
{
    /// <param name="x">(N, H, W, C) of numbers.</param>
    /// <param name="height">The new height.</param>
    /// <param name="width">The new width.</param>
    /// <param name="method"><c>bilinear</c>, <c>nearest</c>, <c>bicubic</c> or <c>area</c>.</param>
    /// <param name="antialias">Whether filters grow with the scale where pictures shrink.</param>
    /// <returns>float32; the nearest pixels have the type of <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">There is no such method, or a size is not positive.</exception>
    internal static Tensor Apply(Tensor x, int height, int width, string method, bool antialias)
    {
        if (x.ndim != 4 || height < 1 || width < 1 || x.size == 0)
            throw new ArgumentException(
                $"resize: pictures (N, H, W, C) and sizes from 1 on are needed, not {x.shape} and ({height}, {width}).");
        if (method == "nearest")
            return Gather.Apply(Gather.Apply(x, Nearest(x.shape[1], height), 1), Nearest(x.shape[2], width), 2);
        var (n, h, w, c) = ((int)x.shape[0], (int)x.shape[1], (int)x.shape[2], (int)x.shape[3]);
        Tensor down = ResizeWeights.Of(method, h, height, antialias), across = ResizeWeights.Of(method, w, width, antialias);
        var columns = MatMul.Apply(down, Reshape.Apply(Cast.Apply(x, TF_DataType.TF_FLOAT), (n, h, w * c)));
        var lines = MatMul.Apply(across, Reshape.Apply(columns, (n * height, w, c)));
        return Reshape.Apply(lines, (n, height, width, c));
    }

    private static Tensor Nearest(long from, int to)
    {
        var places = new long[to];
        for (var i = 0; i < to; i++)
            places[i] = Math.Min(from - 1, (long)Math.Floor((i + 0.5) * from / to));
        return places;
    }
}
