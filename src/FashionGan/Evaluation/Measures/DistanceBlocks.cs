using System.Numerics.Tensors;
using Tensorflow;
using Tensor = Tensorflow.Tensor;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>Is shown squared distances of a row to consecutive columns. Rows come at once on several threads; of one row, one part after
/// the other.</summary>
/// <param name="row">The row's number.</param>
/// <param name="firstColumn">The number of the first column.</param>
/// <param name="squared">The squared distances to it and those that follow.</param>
internal delegate void DistanceVisitor(int row, int firstColumn, ReadOnlySpan<float> squared);

/// <summary>
/// The squared Euclidean distances between two sets of vectors, |a|² + |b|² - 2 a·b by the runtime's matrix product, a block at a time: all
/// at once, those of 10,000 to 60,000 pictures would fill 2.4 GB. A pair has the same bits whichever set is the rows'.
/// </summary>
internal static class DistanceBlocks
{
    /// <summary>Together 4 MB of products.</summary>
    private const int BlockRows = 256;
    private const int BlockColumns = 4096;

    /// <summary>Shows all distances.</summary>
    /// <param name="rows">float32 (N, D).</param>
    /// <param name="columns">float32 (M, D).</param>
    /// <param name="visit">Sees each distance once.</param>
    /// <param name="stop">Ends the walk early.</param>
    internal static void Walk(NDArray rows, NDArray columns, DistanceVisitor visit, CancellationToken stop)
    {
        var (count, others) = ((int)rows.shape[0], (int)columns.shape[0]);
        var (rowNorms, columnNorms) = (SquaredNorms(rows), SquaredNorms(columns));
        var products = new float[BlockRows * BlockColumns];
        var options = Threads.Options;
        for (var top = 0; top < count; top += BlockRows)
        {
            var height = Math.Min(BlockRows, count - top);
            using var rowScope = TensorScope.Begin();
            var rowBlock = Part(rows, top, height);
            for (var left = 0; left < others; left += BlockColumns)
            {
                stop.ThrowIfCancellationRequested();
                var width = Math.Min(BlockColumns, others - left);
                using (TensorScope.Begin())
                    tf.matmul(rowBlock, Part(columns, left, width), transpose_b: true).CopyTo(products.AsSpan(0, height * width));
                var first = left;
                Parallel.For(0, height, options, i =>
                {
                    var distances = products.AsSpan(i * width, width);
                    Span<float> norms = stackalloc float[BlockColumns];
                    norms = norms[..width];
                    TensorPrimitives.Add(columnNorms.AsSpan(first, width), rowNorms[top + i], norms);
                    TensorPrimitives.MultiplyAdd(distances, -2f, norms, distances);
                    visit(top + i, first, distances);
                });
            }
        }
    }

    private static Tensor Part(NDArray set, int first, int count) => tf.slice(set, [first, 0], [count, (int)set.shape[1]]);

    private static float[] SquaredNorms(NDArray set)
    {
        var (values, width) = (set.ToArray<float>(), (int)set.shape[1]);
        var norms = new float[set.shape[0]];
        for (var i = 0; i < norms.Length; i++)
        {
            double sum = 0;
            foreach (var value in values.AsSpan(i * width, width))
                sum += (double)value * value;
            norms[i] = (float)sum;
        }

        return norms;
    }
}
