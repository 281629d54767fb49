namespace Tensorflow.Devices;

/// <summary>
/// Which windows of a picture are pooled: window (i, j) starts at row i * stride - pad and may reach over the edge, where it is cut off.
/// Sizes follow TensorFlow: <c>valid</c> takes whole windows only, <c>same</c> ceil(size / stride) of them, centred.
/// </summary>
internal sealed class PoolingPlan
{
    /// <exception cref="ArgumentException">The picture, the window or the padding does not fit;
    /// the message names the operation.</exception>
    internal PoolingPlan(string operation, Shape x, TF_DataType dtype, (int H, int W) pool, (int H, int W) strides, string padding)
    {
        if (dtype != TF_DataType.TF_FLOAT || x.ndim != 4)
            throw new ArgumentException($"{operation}: x must be float32 of shape (N, H, W, C); it is {dtype.Name()} of shape {x}.");
        if (pool.H < 1 || pool.W < 1 || strides.H < 1 || strides.W < 1)
            throw new ArgumentException(
                $"{operation}: window and strides must be at least 1; the window is {pool}, the strides are {strides}.");
        var (n, h, w, c) = (x[0], x[1], x[2], x[3]);
        (Images, Height, Width, Channels) = (checked((int)n), checked((int)h), checked((int)w), checked((int)c));
        (Window, Strides) = (pool, strides);
        var rows = Along(operation, Height, pool.H, strides.H, padding);
        var columns = Along(operation, Width, pool.W, strides.W, padding);
        (RowsOut, ColumnsOut) = (rows.Out, columns.Out);
        Before = (rows.Before, columns.Before);
        if (RowsOut < 1 || ColumnsOut < 1)
            throw new ArgumentException($"{operation}: a window of {pool} does not fit a picture of shape {x} with padding '{padding}'.");
    }

    internal int Images { get; }

    internal int Height { get; }

    internal int Width { get; }

    internal int Channels { get; }

    internal int RowsOut { get; }

    internal int ColumnsOut { get; }

    internal (int H, int W) Window { get; }

    internal (int H, int W) Strides { get; }

    /// <summary>Rows and columns of the first window that lie before the picture.</summary>
    internal (int H, int W) Before { get; }

    /// <summary>(N, rows out, columns out, C).</summary>
    internal Shape ResultShape => (Images, RowsOut, ColumnsOut, Channels);

    /// <summary>The part of window (row, column) that lies inside the picture; ends are exclusive.</summary>
    internal (int Top, int Bottom, int Left, int Right) Inside(int row, int column)
    {
        var (top, left) = (row * Strides.H - Before.H, column * Strides.W - Before.W);
        return (Math.Max(top, 0), Math.Min(top + Window.H, Height), Math.Max(left, 0), Math.Min(left + Window.W, Width));
    }

    private static (int Out, int Before) Along(string operation, int size, int window, int stride, string padding)
    {
        switch (padding.ToLowerInvariant())
        {
            case "valid":
                return (size < window ? 0 : (size - window) / stride + 1, 0);
            case "same":
                var count = (size + stride - 1) / stride;
                return (count, Math.Max((count - 1) * stride + window - size, 0) / 2);
            default:
                throw new ArgumentException($"{operation}: padding is 'same' or 'valid', not '{padding}'.");
        }
    }
}
