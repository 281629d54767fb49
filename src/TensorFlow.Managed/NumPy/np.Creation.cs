using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Arrays made from numbers. As in NumPy, zeros and ones are float64 unless another type is given.</content>
public static partial class np
{
    /// <summary>A vector of the given numbers.</summary>
    public static NDArray array<T>(params T[] data) where T : unmanaged => NDArray.Made(() => Constant.From(data));

    /// <summary>An array of the shape of C#'s, <c>float[,]</c> for two axes; converted if a type is given.</summary>
    public static NDArray array(Array data, TF_DataType? dtype = null) =>
        NDArray.Made(() => Constant.From(data, dtype ?? TF_DataType.DtInvalid));

    /// <summary>0, 1, ... to before an end.</summary>
    public static NDArray arange<T>(T end) where T : unmanaged => NDArray.Made(() => Binding.tf.range(end));

    /// <summary>start, start + step, ... to before an end.</summary>
    public static NDArray arange<T>(T start, T end, T? step = null) where T : unmanaged =>
        NDArray.Made(() => Binding.tf.range(start, end, step, DataTypes.Of<T>()));

    /// <summary>An array to be filled; it holds zeros until then.</summary>
    public static NDArray empty(Shape shape, TF_DataType dtype = TF_DataType.TF_DOUBLE) => zeros(shape, dtype);

    /// <summary>Ones on a diagonal, k above the main one, and zeros.</summary>
    /// <param name="N">The rows.</param>
    /// <param name="M">The columns; null for as many as rows.</param>
    /// <param name="k">How far the diagonal lies above the main one; below it where negative.</param>
    /// <param name="dtype">The type.</param>
    public static NDArray eye(int N, int? M = null, int k = 0, TF_DataType dtype = TF_DataType.TF_DOUBLE) =>
        NDArray.Made(() => Eye.Apply(N, M ?? N, k, dtype));

    /// <summary>An array of one value, of the value's type unless another is given.</summary>
    public static NDArray full<T>(Shape shape, T fill_value, TF_DataType dtype = TF_DataType.DtInvalid) where T : unmanaged =>
        NDArray.Made(() => Fill.Apply(shape, Constant.From(fill_value).Item(), dtype == TF_DataType.DtInvalid ? DataTypes.Of<T>() : dtype));

    /// <summary>So many numbers at equal distances, the stop included unless told otherwise.</summary>
    public static NDArray linspace(double start, double stop, int num = 50, bool endpoint = true,
        TF_DataType dtype = TF_DataType.TF_DOUBLE) =>
        NDArray.Made(() => Sequence.Linspace(start, endpoint || num == 0 ? stop : stop - (stop - start) / num, num, dtype));

    /// <summary>The coordinates of a grid: of shape (rows, columns), the first the columns' and the second the rows'.</summary>
    /// <param name="x">The columns' coordinates, a vector.</param>
    /// <param name="y">The rows' coordinates, a vector.</param>
    /// <param name="copy">Not used: results are arrays of their own.</param>
    /// <param name="sparse">Whether the arrays have shapes that broadcast to the grid's, (1, columns) and (rows, 1).</param>
    public static (NDArray, NDArray) meshgrid(NDArray x, NDArray y, bool copy = true, bool sparse = false)
    {
        NDArray columns = x.reshape((1, -1)), rows = y.reshape((-1, 1));
        var grid = new Shape(rows.size, columns.size);
        return sparse
            ? (columns, rows)
            : (NDArray.Made(() => BroadcastTo.Apply(columns, grid)), NDArray.Made(() => BroadcastTo.Apply(rows, grid)));
    }

    /// <summary>Ones.</summary>
    public static NDArray ones(Shape shape, TF_DataType dtype = TF_DataType.TF_DOUBLE) => NDArray.Made(() => Fill.Ones(shape, dtype));

    /// <summary>Ones of an array's shape, and of its type unless another is given.</summary>
    public static NDArray ones_like(NDArray a, TF_DataType dtype = TF_DataType.DtInvalid) => NDArray.Made(() => OnesLike.Apply(a, dtype));

    /// <summary>Zeros.</summary>
    public static NDArray zeros(Shape shape, TF_DataType dtype = TF_DataType.TF_DOUBLE) => NDArray.Made(() => Fill.Zeros(shape, dtype));

    /// <summary>Zeros of an array's shape, and of its type unless another is given.</summary>
    public static NDArray zeros_like(NDArray a, TF_DataType dtype = TF_DataType.DtInvalid) => NDArray.Made(() => ZerosLike.Apply(a, dtype));
}
