using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>A set of vectors, some of which are had at a time: the pixels of 60,000 pictures as float32 would fill 188 MB.</summary>
internal sealed class Vectors
{
    private readonly NDArray _rows;
    private readonly bool _arePixels;

    private Vectors(NDArray rows, bool arePixels) => (_rows, _arePixels) = (rows, arePixels);

    /// <summary>How many vectors.</summary>
    internal int Count => (int)_rows.shape[0];

    /// <summary>How many numbers in each.</summary>
    internal int Width => (int)_rows.shape[1];

    /// <summary>Rows as they are.</summary>
    /// <param name="rows">float32 (N, D).</param>
    public static implicit operator Vectors(NDArray rows) => new(rows, arePixels: false);

    /// <summary>The pixels of pictures, 0 (black) to 1 (white).</summary>
    /// <param name="pictures">uint8 (N, H, W).</param>
    internal static Vectors OfPixels(NDArray pictures) =>
        new(pictures.reshape((pictures.shape[0], pictures.size / pictures.shape[0])), arePixels: true);

    /// <summary>Consecutive vectors, float32 (count, D).</summary>
    internal Tensor Part(int first, int count)
    {
        var part = tf.slice(_rows, [first, 0], [count, Width]);
        return _arePixels ? tf.cast(part, TF_DataType.TF_FLOAT) / 255f : part;
    }

    /// <summary>One vector's numbers.</summary>
    internal float[] At(int place)
    {
        using var scope = TensorScope.Begin();
        return Part(place, 1).ToArray<float>();
    }

    /// <summary>The squared length of each, summed in double precision.</summary>
    internal float[] SquaredNorms()
    {
        var norms = new float[Count];
        ForEach((place, vector) =>
        {
            double sum = 0;
            foreach (var value in vector)
                sum += (double)value * value;
            norms[place] = (float)sum;
        });
        return norms;
    }

    /// <summary>Shows each vector, one after the other.</summary>
    internal void ForEach(Action<int, ReadOnlySpan<float>> visit)
    {
        const int atATime = 64;
        var values = new float[Math.Min(atATime, Count) * Width];
        for (var first = 0; first < Count; first += atATime)
        {
            using var scope = TensorScope.Begin();
            var count = Math.Min(atATime, Count - first);
            Part(first, count).CopyTo(values.AsSpan(0, count * Width));
            for (var i = 0; i < count; i++)
                visit(first + i, values.AsSpan(i * Width, Width));
        }
    }
}
