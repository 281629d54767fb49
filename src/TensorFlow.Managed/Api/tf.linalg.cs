using Tensorflow.NumPy;
using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Matrix products.</content>
public sealed partial class tensorflow
{
    /// <summary>Functions of matrices.</summary>
    public linalg_api linalg { get; } = new();

    /// <summary>The product of two matrices, or of each pair in two batches of them.</summary>
    /// <param name="a">(..., M, K); the axes before the last two broadcast with b's. float32, or, slowly, float64, int32 or int64.</param>
    /// <param name="b">(..., K, N), of the same type.</param>
    /// <param name="transpose_a">Whether a's last two axes change places first.</param>
    /// <param name="transpose_b">Whether b's last two axes change places first.</param>
    /// <returns>(..., M, N).</returns>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    public Tensor matmul(Tensor a, Tensor b, bool transpose_a = false, bool transpose_b = false) =>
        MatMul.Apply(a, b, transpose_a, transpose_b);
}

/// <summary>What <c>tf.linalg</c> offers.</summary>
public sealed class linalg_api
{
    internal linalg_api()
    {
    }

    /// <summary>Einstein's summation: <c>einsum("ij,jk-&gt;ik", (a, b))</c> is a matrix product.</summary>
    /// <param name="equation">Letters for the axes of each operand, with commas between, and behind <c>-&gt;</c> those of the result;
    /// letters that the result lacks are summed over. <c>...</c> stands for any axes before the others.</param>
    /// <param name="inputs">The operands, of one type.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The equation does not fit the operands, or names an axis twice in one operand.</exception>
    public Tensor einsum(string equation, Tensors inputs, string? name = null) => Einsum.Apply(equation, [.. inputs]);

    /// <summary>Ones on the diagonal and zeros elsewhere.</summary>
    /// <param name="num_rows">The rows.</param>
    /// <param name="num_columns">The columns; -1 for as many as rows.</param>
    /// <param name="batch_shape">Axes before the matrix, along which it repeats; null for none.</param>
    /// <param name="dtype">The type.</param>
    /// <param name="name">Not used.</param>
    public Tensor eye(
        int num_rows, int num_columns = -1, Shape? batch_shape = null, TF_DataType dtype = TF_DataType.TF_FLOAT, string? name = null)
    {
        var matrix = Eye.Apply(num_rows, num_columns < 0 ? num_rows : num_columns, 0, dtype);
        return batch_shape is null ? matrix : BroadcastTo.Apply(matrix, batch_shape.Concatenate(matrix.shape));
    }

    /// <summary>The length of several tensors as one vector: the square root of the sum of all squares.</summary>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    public Tensor global_norm(Tensors t_list, string? name = null) => GlobalNorm.Apply(t_list);

    /// <summary>The inverse of square matrices.</summary>
    /// <param name="input">Floating (..., N, N); computed in float64.</param>
    /// <param name="adjoint">Whether each matrix is transposed first.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The matrices are not square, or one has no inverse.</exception>
    public Tensor inv(Tensor input, bool adjoint = false, string? name = null)
    {
        var inverse = MatrixInverse.Apply(input);
        int[] axes = [.. Enumerable.Range(0, input.ndim - 2), input.ndim - 1, input.ndim - 2];
        return adjoint ? Transpose.Apply(inverse, axes) : inverse;
    }

    /// <summary>The x of least |matrix x - rhs|² + l2_regularizer |x|², by the normal equations.</summary>
    /// <param name="matrix">Floating (..., M, N), of full rank.</param>
    /// <param name="rhs">(..., M, K).</param>
    /// <param name="l2_regularizer">A number that makes x smaller; null for 0.</param>
    /// <param name="fast">Must be true.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the rank is not full.</exception>
    /// <exception cref="NotSupportedException"><paramref name="fast"/> is false.</exception>
    public Tensor lstsq(Tensor matrix, Tensor rhs, NDArray? l2_regularizer = null, bool fast = true, string? name = null) => fast
        ? LeastSquares.Apply(matrix, rhs, l2_regularizer is null ? 0 : (double)l2_regularizer)
        : throw new NotSupportedException("lstsq: fast must be true; there is no orthogonal decomposition.");

    /// <inheritdoc cref="tensorflow.matmul"/>
    public Tensor matmul(Tensor a, Tensor b, bool transpose_a = false, bool transpose_b = false) =>
        MatMul.Apply(a, b, transpose_a, transpose_b);

    /// <summary>The sum of products over pairs of axes.</summary>
    /// <param name="x">A tensor of numbers.</param>
    /// <param name="y">One of the same type.</param>
    /// <param name="axes">A number n for the last n axes of x with the first n of y; or one axis of each; or (2, n), axes of each.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The axes do not pair up, or their sizes differ.</exception>
    public Tensor tensordot(Tensor x, Tensor y, NDArray axes, string? name = null)
    {
        var numbers = axes.astype(TF_DataType.TF_INT32).ToArray<int>();
        if (axes.ndim == 0 && numbers[0] >= 0 && numbers[0] <= Math.Min(x.ndim, y.ndim))
            return TensorDot.Apply(
                x, y, [.. Enumerable.Range(x.ndim - numbers[0], numbers[0])], [.. Enumerable.Range(0, numbers[0])]);
        if (axes.ndim is not (1 or 2) || axes.shape[0] != 2)
            throw new ArgumentException($"tensordot: axes are a number up to the rank, a pair, or of shape (2, n); they are {axes}.");
        return TensorDot.Apply(x, y, numbers[..(numbers.Length / 2)], numbers[(numbers.Length / 2)..]);
    }
}
