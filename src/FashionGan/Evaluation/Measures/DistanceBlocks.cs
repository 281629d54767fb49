using System.Numerics.Tensors;
using Tensorflow;
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
/// at once, those of 10,000 to 60,000 pictures would fill 2.4 GB. A pair has the same bits whichever set is the rows'. Each block of
/// columns is made once and compared with all rows, so that pixels become float32 a block at a time.
/// </summary>
internal static class DistanceBlocks
{
    /// <summary>Together 1 MB of products.</summary>
    private const int BlockRows = 256;
    private const int BlockColumns = 1024;

    /// <summary>Shows all distances.</summary>
    /// <param name="rows">N vectors of D numbers.</param>
    /// <param name="columns">M vectors of D numbers.</param>
    /// <param name="visit">Sees each distance once.</param>
    /// <param name="stop">Ends the walk early.</param>
    internal static void Walk(Vectors rows, Vectors columns, DistanceVisitor visit, CancellationToken stop)
    {
        var rowNorms = rows.SquaredNorms();
        var columnNorms = ReferenceEquals(rows, columns) ? rowNorms : columns.SquaredNorms();
        var products = new float[BlockRows * BlockColumns];
        var options = Threads.Options;
        for (var left = 0; left < columns.Count; left += BlockColumns)
        {
            var (first, width) = (left, Math.Min(BlockColumns, columns.Count - left));
            using var columnScope = TensorScope.Begin();
            var columnBlock = columns.Part(first, width);
            for (var top = 0; top < rows.Count; top += BlockRows)
            {
                stop.ThrowIfCancellationRequested();
                var (above, height) = (top, Math.Min(BlockRows, rows.Count - top));
                using (TensorScope.Begin())
                    tf.matmul(rows.Part(above, height), columnBlock, transpose_b: true).CopyTo(products.AsSpan(0, height * width));
                Parallel.For(0, height, options, i =>
                {
                    var distances = products.AsSpan(i * width, width);
                    Span<float> norms = stackalloc float[BlockColumns];
                    norms = norms[..width];
                    TensorPrimitives.Add(columnNorms.AsSpan(first, width), rowNorms[above + i], norms);
                    TensorPrimitives.MultiplyAdd(distances, -2f, norms, distances);
                    visit(above + i, first, distances);
                });
            }
        }
    }
}
