using System.Globalization;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Preprocessing;

/// <summary>Sequences of numbers.</summary>
public sealed class Sequence
{
    internal Sequence()
    {
    }

    /// <summary>Sequences of different lengths as the rows of one array.</summary>
    /// <param name="sequences">The sequences.</param>
    /// <param name="maxlen">The length of all rows; null for that of the longest sequence.</param>
    /// <param name="dtype">The elements: <c>int32</c>, <c>int64</c>, <c>float32</c> or <c>float64</c>.</param>
    /// <param name="padding">Where a shorter sequence is filled up: <c>pre</c>, before it, or <c>post</c>.</param>
    /// <param name="truncating">Where a longer one is cut: <c>pre</c>, at its beginning, or <c>post</c>.</param>
    /// <param name="value">What it is filled up with, a number; null for 0.</param>
    /// <returns>(number of sequences, length).</returns>
    /// <exception cref="ArgumentException">padding, truncating, dtype or maxlen is none of these.</exception>
    public NDArray pad_sequences(
        IEnumerable<int[]> sequences, int? maxlen = null, string dtype = "int32", string padding = "pre", string truncating = "pre",
        object? value = null)
    {
        var (padsBefore, cutsBefore) = (IsPre(padding, nameof(padding)), IsPre(truncating, nameof(truncating)));
        var type = Array.Find(
            [TF_DataType.TF_INT32, TF_DataType.TF_INT64, TF_DataType.TF_FLOAT, TF_DataType.TF_DOUBLE], one => one.Name() == dtype);
        if (type == TF_DataType.DtInvalid)
            throw new ArgumentException($"pad_sequences: dtype is 'int32', 'int64', 'float32' or 'float64', not '{dtype}'.");
        if (maxlen < 1)
            throw new ArgumentException($"pad_sequences: maxlen must be a positive number; it is {maxlen}.");
        int[][] rows = [.. sequences];
        var length = maxlen ?? rows.Max(row => (int?)row.Length) ?? 0;
        var filler = Convert.ToDouble(value ?? 0, CultureInfo.InvariantCulture);
        var padded = new double[rows.Length, length];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var kept = Math.Min(row.Length, length);
            var (from, to) = (cutsBefore ? row.Length - kept : 0, padsBefore ? length - kept : 0);
            for (var t = 0; t < length; t++)
                padded[i, t] = t >= to && t < to + kept ? row[from + t - to] : filler;
        }

        return np.array(padded).astype(type);
    }

    private static bool IsPre(string place, string name) => place switch
    {
        "pre" => true,
        "post" => false,
        _ => throw new ArgumentException($"pad_sequences: {name} is 'pre' or 'post', not '{place}'."),
    };
}
