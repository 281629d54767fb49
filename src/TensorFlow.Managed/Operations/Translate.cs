using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Pictures seen through a window that has moved, each by its own number of whole pixels:
/// y[n, i, j] = x[n, i + shifts[n, 0], j + shifts[n, 1]], or the fill where that lies outside.</summary>
internal static class Translate
{
    /// <param name="x">(N, H, W, C), of any type.</param>
    /// <param name="shifts">(N, 2), int32: rows and columns. They are not read back from their device.</param>
    /// <param name="fill">A number for each channel, or one for all; x's type.</param>
    /// <returns>x's shape and type.</returns>
    /// <exception cref="ArgumentException">A shape or a type is wrong.</exception>
    internal static Tensor Apply(Tensor x, Tensor shifts, Tensor fill)
    {
        BinaryOperation.Check("Translate", x, fill);
        if (x.ndim != 4)
            throw new ArgumentException($"Translate: pictures are (N, H, W, C), not {x.shape}.");
        if (shifts.dtype != TF_DataType.TF_INT32 || shifts.shape != (x.shape[0], 2))
            throw new ArgumentException(
                $"Translate: shifts are int32 and {new Shape(x.shape[0], 2)}, rows and columns for each picture, not " +
                $"{shifts.dtype.Name()} and {shifts.shape}.");
        if (fill.ndim > 1 || (fill.size != 1 && fill.size != x.shape[3]))
            throw new ArgumentException(
                $"Translate: the fill is one number, or one for each of the {x.shape[3]} channels, not {fill.shape}.");

        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.Translate(
            x.dtype.Size(), x.Storage, shifts.Storage, fill.Storage, y.Storage, x.shape[0], (int)x.shape[1], (int)x.shape[2],
            (int)x.shape[3], (int)fill.size);
        GC.KeepAlive(shifts);
        // Each pixel goes to one place at most, so going back is the same with the shifts negated; what was outside belongs to the fill.
        return Tape.Record("Translate", y, x, Back, fill, dy => SumTo.Apply(dy - Apply(Back(dy), shifts, Zero(dy)), fill.shape));

        Tensor Back(Tensor dy) => Apply(dy, -shifts, Zero(dy));

        static Tensor Zero(Tensor dy) => Constant.Scalar(0, dy.dtype);
    }
}
