namespace Tensorflow.Devices;

/// <summary>
/// How a filter of a few taps, the same in both directions, runs over pictures (N, H, W, C) that become larger or smaller: of <c>Up</c>
/// pixels of the enlarged picture one is a pixel and the others are 0, zeros lie around it, and of the results every <c>Down</c>-th is
/// kept. Result i of a direction is the sum over its pixels r of x[r] taps[r * Up + Before - i * Down].
/// </summary>
internal sealed class FirPlan
{
    /// <summary>The most taps: a card's kernel takes them as numbers.</summary>
    internal const int MostTaps = 8;

    /// <exception cref="ArgumentException">The picture or the filter does not fit; the message names the operation.</exception>
    internal FirPlan(string operation, Shape x, TF_DataType dtype, float[] taps, int up, int down, (int Before, int After) padding)
    {
        if (dtype != TF_DataType.TF_FLOAT || x.ndim != 4)
            throw new ArgumentException($"{operation}: x must be float32 of shape (N, H, W, C); x is {dtype.Name()} of shape {x}.");
        if (taps.Length is < 2 or > MostTaps || up < 1 || down < 1)
            throw new ArgumentException(
                $"{operation}: a filter has 2 to {MostTaps} taps, and pictures become whole times larger and smaller; there are " +
                $"{taps.Length} taps, and the factors are {up} and {down}.");
        (Taps, Up, Down, Before) = (taps, up, down, padding.Before);
        (Images, Height, Width, Channels) = (checked((int)x[0]), checked((int)x[1]), checked((int)x[2]), checked((int)x[3]));
        (RowsOut, ColumnsOut) = (Out(Height), Out(Width));
        if (RowsOut < 1 || ColumnsOut < 1)
            throw new ArgumentException($"{operation}: a filter of {taps.Length} taps does not fit a picture of shape {x}.");

        int Out(int size) => (size * up + padding.Before + padding.After - taps.Length) / down + 1;
    }

    private FirPlan(FirPlan of)
    {
        (Taps, Up, Down, Before) = ([.. of.Taps.Reverse()], of.Down, of.Up, of.Taps.Length - 1 - of.Before);
        (Images, Height, Width, Channels) = (of.Images, of.RowsOut, of.ColumnsOut, of.Channels);
        (RowsOut, ColumnsOut) = (of.Height, of.Width);
    }

    internal float[] Taps { get; }

    internal int Up { get; }

    internal int Down { get; }

    /// <summary>Zeros before the enlarged picture; negative where it is cut.</summary>
    internal int Before { get; }

    internal int Images { get; }

    internal int Height { get; }

    internal int Width { get; }

    internal int Channels { get; }

    internal int RowsOut { get; }

    internal int ColumnsOut { get; }

    /// <summary>(N, rows out, columns out, C).</summary>
    internal Shape ResultShape => (Images, RowsOut, ColumnsOut, Channels);

    /// <summary>The transpose, which is a filter, too: the taps from behind, larger and smaller exchanged.</summary>
    internal FirPlan Transposed() => new(this);

    /// <summary>The first and the last pixel of a direction that a result sums; none where the last is less than the first.</summary>
    internal (int First, int Last) Sources(int result, int size)
    {
        // 0 <= r * Up + Before - result * Down < taps
        var least = result * Down - Before;
        var most = least + Taps.Length - 1;
        return (least <= 0 ? 0 : (least + Up - 1) / Up, most < 0 ? -1 : Math.Min(most / Up, size - 1));
    }

    /// <summary>The tap that meets a pixel for a result.</summary>
    internal float Tap(int pixel, int result) => Taps[pixel * Up + Before - result * Down];
}
