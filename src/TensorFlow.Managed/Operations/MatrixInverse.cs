using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The inverse of square matrices, by Gauss and Jordan's elimination with pivots, in float64.</summary>
internal static class MatrixInverse
{
    /// <param name="x">Floating (..., N, N).</param>
    /// <exception cref="ArgumentException">The matrices are not square, or one has no inverse.</exception>
    internal static Tensor Apply(Tensor x)
    {
        if (x.ndim < 2 || x.shape[-1] != x.shape[-2] || !x.dtype.IsFloating())
            throw new ArgumentException($"MatrixInverse: floating square matrices (..., N, N) are needed, not {x.dtype.Name()} {x.shape}.");
        var n = (int)x.shape[-1];
        Tensor y;
        using (Tape.Pause())
        {
            var values = Cast.Apply(x, TF_DataType.TF_DOUBLE).ToArray<double>();
            for (var matrix = 0; n > 0 && matrix < values.Length / (n * n); matrix++)
                Invert(values.AsSpan(matrix * n * n, n * n), n);
            y = Cast.Apply(Tensor.From<double>(values, x.shape), x.dtype);
        }

        // dx = -yᵀ dy yᵀ.
        return Tape.Record("MatrixInverse", y, x,
            dy => -MatMul.Apply(MatMul.Apply(y, dy, transposeA: true), y, transposeB: true));
    }

    private static void Invert(Span<double> matrix, int n)
    {
        var order = new int[n];
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
                if (Math.Abs(matrix[row * n + column]) > Math.Abs(matrix[pivot * n + column]))
                    pivot = row;
            order[column] = pivot;
            var value = matrix[pivot * n + column];
            if (value == 0 || !double.IsFinite(value))
                throw new ArgumentException($"MatrixInverse: a matrix of {n} rows has no inverse.");
            SwapRows(matrix, n, column, pivot);
            matrix[column * n + column] = 1;
            for (var k = 0; k < n; k++)
                matrix[column * n + k] /= value;
            for (var row = 0; row < n; row++)
            {
                if (row == column)
                    continue;
                var factor = matrix[row * n + column];
                matrix[row * n + column] = 0;
                for (var k = 0; k < n; k++)
                    matrix[row * n + k] -= factor * matrix[column * n + k];
            }
        }

        // Rows that changed places are columns of the inverse that do.
        for (var column = n - 1; column >= 0; column--)
            for (var row = 0; row < n && order[column] != column; row++)
                (matrix[row * n + column], matrix[row * n + order[column]]) = (matrix[row * n + order[column]], matrix[row * n + column]);
    }

    private static void SwapRows(Span<double> matrix, int n, int a, int b)
    {
        for (var k = 0; k < n && a != b; k++)
            (matrix[a * n + k], matrix[b * n + k]) = (matrix[b * n + k], matrix[a * n + k]);
    }
}
