namespace Tensorflow.Operations;

/// <summary>Numbers at equal distances.</summary>
internal static class Sequence
{
    /// <summary>start, start + delta, ... below (with a negative delta: above) limit.</summary>
    internal static Tensor Range(double start, double limit, double delta, TF_DataType dtype)
    {
        if (delta == 0)
            throw new ArgumentException("Range: delta must not be 0.");
        var count = Math.Max(0, (long)Math.Ceiling((limit - start) / delta));
        return From(count, i => start + i * delta, dtype);
    }

    /// <summary>So many numbers from start to stop, both included.</summary>
    internal static Tensor Linspace(double start, double stop, long count, TF_DataType dtype)
    {
        if (count < 1)
            throw new ArgumentException($"Linspace: needs at least one number, got {count}.");
        return From(count, i => i == count - 1 && i > 0 ? stop : start + i * ((stop - start) / Math.Max(1, count - 1)), dtype);
    }

    private static Tensor From(long count, Func<long, double> value, TF_DataType dtype)
    {
        var values = new double[count];
        for (long i = 0; i < count; i++)
            values[i] = value(i);
        return Cast.Apply(Tensor.From<double>(values, count), dtype);
    }
}
