using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Rows brought to a mean and a deviation, and the gradients of that.
/// A row stays in the nearest cache while it is worked on.</summary>
internal static unsafe class RowNormalizationKernels
{
    /// <param name="x">(rows, features).</param>
    /// <param name="gamma">(features), or null for ones.</param>
    /// <param name="beta">(features), or null for zeros.</param>
    /// <param name="y">(rows, features), the result.</param>
    /// <param name="statistics">(rows, 2), the result: mean and 1 / sqrt(variance + epsilon).</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="features">Their length.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    internal static void Forward(float* x, float* gamma, float* beta, float* y, float* statistics, long rows, int features,
        float epsilon) =>
        Work.Run(Pieces(rows, features), piece =>
        {
            var (first, end) = Range(piece, rows, features);
            for (var r = first; r < end; r++)
            {
                var row = new ReadOnlySpan<float>(x + r * features, features);
                var result = new Span<float>(y + r * features, features);
                var mean = TensorPrimitives.Sum(row) / features;
                TensorPrimitives.Subtract(row, mean, result);
                var rstd = 1 / MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(result) / features + epsilon);
                TensorPrimitives.Multiply(result, rstd, result);
                if (gamma is not null)
                    TensorPrimitives.Multiply(result, new ReadOnlySpan<float>(gamma, features), result);
                if (beta is not null)
                    TensorPrimitives.Add(result, new ReadOnlySpan<float>(beta, features), result);
                (statistics[2 * r], statistics[2 * r + 1]) = (mean, rstd);
            }
        });

    /// <summary>Numbers of room that <see cref="Gradient"/> needs.</summary>
    internal static long WorkspaceOfGradient(long rows, int features) => 3L * Pieces(rows, features) * features;

    /// <param name="dy">(rows, features).</param>
    /// <param name="x">(rows, features).</param>
    /// <param name="statistics">What <see cref="Forward"/> wrote.</param>
    /// <param name="gamma">(features), or null for ones.</param>
    /// <param name="dx">(rows, features), the result.</param>
    /// <param name="dgamma">(features), the result.</param>
    /// <param name="dbeta">(features), the result.</param>
    /// <param name="workspace">Room for <see cref="WorkspaceOfGradient"/> numbers.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="features">Their length.</param>
    internal static void Gradient(
        float* dy, float* x, float* statistics, float* gamma, float* dx, float* dgamma, float* dbeta, float* workspace, long rows,
        int features)
    {
        var pieces = Pieces(rows, features);
        float* products = workspace, sums = products + (long)pieces * features, normalized = sums + (long)pieces * features;
        new Span<float>(products, checked(2 * pieces * features)).Clear();
        Work.Run(pieces, piece =>
        {
            var (first, end) = Range(piece, rows, features);
            var z = new Span<float>(normalized + (long)piece * features, features);
            var product = new Span<float>(products + (long)piece * features, features);
            var sum = new Span<float>(sums + (long)piece * features, features);
            for (var r = first; r < end; r++)
            {
                var dyRow = new ReadOnlySpan<float>(dy + r * features, features);
                TensorPrimitives.Subtract(new ReadOnlySpan<float>(x + r * features, features), statistics[2 * r], z);
                TensorPrimitives.Multiply(z, statistics[2 * r + 1], z);
                TensorPrimitives.MultiplyAdd(dyRow, z, product, product);
                TensorPrimitives.Add(dyRow, sum, sum);

                var dxRow = new Span<float>(dx + r * features, features);
                if (gamma is null)
                    dyRow.CopyTo(dxRow);
                else
                    TensorPrimitives.Multiply(dyRow, new ReadOnlySpan<float>(gamma, features), dxRow);
                var mean = TensorPrimitives.Sum<float>(dxRow) / features;
                var along = TensorPrimitives.Dot<float>(dxRow, z) / features;
                TensorPrimitives.MultiplyAdd(z, -along, dxRow, dxRow);
                TensorPrimitives.Subtract(dxRow, mean, dxRow);
                TensorPrimitives.Multiply(dxRow, statistics[2 * r + 1], dxRow);
            }
        });
        Join(products, dgamma, pieces, features);
        Join(sums, dbeta, pieces, features);
    }

    /// <summary>Adds the pieces' results in their order.</summary>
    private static void Join(float* partial, float* result, int pieces, int features)
    {
        var total = new Span<float>(result, features);
        total.Clear();
        for (var piece = 0; piece < pieces; piece++)
            TensorPrimitives.Add(total, new ReadOnlySpan<float>(partial + (long)piece * features, features), total);
    }

    private static int Pieces(long rows, int features) => checked((int)((rows + RowsInPiece(features) - 1) / RowsInPiece(features)));

    private static (long First, long End) Range(int piece, long rows, int features) =>
        (piece * RowsInPiece(features), Math.Min(rows, (piece + 1) * RowsInPiece(features)));

    private static long RowsInPiece(int features) => Math.Max(1, Work.PieceLength / features);
}
