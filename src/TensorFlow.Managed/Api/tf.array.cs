using System.Runtime.CompilerServices;
using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Tensors in other shapes, parts of them, several as one.</content>
public sealed partial class tensorflow
{
    /// <summary>A new axis of size 1, in an index.</summary>
    public Slice newaxis { get; } = Tensorflow.Slice.NewAxis;

    /// <summary>As many whole axes as are left, in an index.</summary>
    public Slice ellipsis { get; } = Tensorflow.Slice.Ellipsis;

    /// <summary>The tensor repeated along axes until it has a shape, after NumPy's rules.</summary>
    public Tensor broadcast_to(Tensor input, Shape shape, string? name = null) => BroadcastTo.Apply(input, shape);

    /// <summary>Tensors one after another along an axis; their other axes are equal.</summary>
    public Tensor concat(IEnumerable<Tensor> values, int axis, string name = "concat")
    {
        Tensor[] parts = [.. values];
        // TensorFlow's kernel takes scalars for vectors of one element.
        return parts.Length > 0 && Array.TrueForAll(parts, part => part.ndim == 0) ? Stack.Apply(parts, axis) : Concat.Apply(parts, axis);
    }

    /// <summary>A new axis of size 1, counted in the result.</summary>
    public Tensor expand_dims(Tensor input, int axis = -1, string? name = null) => ExpandDims.Apply(input, axis);

    /// <summary>Slices of a tensor by their numbers along an axis.</summary>
    public Tensor gather(Tensor @params, Tensor indices, string? name = null, int axis = 0) => Gather.Apply(@params, indices, axis);

    /// <summary>A list of tensors of one type.</summary>
    /// <param name="dtype">The type.</param>
    /// <param name="size">How many places there are.</param>
    /// <param name="dynamic_size">Whether writing behind the last place makes more.</param>
    /// <param name="clear_after_read">Whether a place that was read is empty then.</param>
    public TensorArray TensorArray(TF_DataType dtype, int size = 0, bool dynamic_size = false, bool clear_after_read = true) =>
        new(dtype, size, dynamic_size, clear_after_read);

    /// <summary>Slices of a tensor by their places along its first axes.</summary>
    /// <param name="params">Any tensor.</param>
    /// <param name="indices">(..., k), int32 or int64: the last axis holds places along the first k axes.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">A place does not exist, or there are more numbers than axes.</exception>
    public Tensor gather_nd(Tensor @params, Tensor indices, string? name = null) => GatherNd.Apply(@params, indices);

    /// <summary>The same value.</summary>
    public Tensor identity(Tensor input, string? name = null) => Reshape.Apply(input, input.shape);

    /// <summary>For each index a row that holds one value at the index and another elsewhere.</summary>
    /// <param name="indices">Whole numbers; one outside [0, depth) gives a row of <paramref name="off_value"/>.</param>
    /// <param name="depth">The length of a row.</param>
    /// <param name="on_value">The value at the index; null for 1.</param>
    /// <param name="off_value">The value elsewhere; null for 0.</param>
    /// <param name="dtype">The result's type; if it is not given, that of the values, or float32.</param>
    /// <param name="axis">Where the rows' axis stands in the result; -1 for the last.</param>
    /// <param name="name">Not used.</param>
    public Tensor one_hot(
        Tensor indices, int depth, Tensor? on_value = null, Tensor? off_value = null, TF_DataType dtype = TF_DataType.DtInvalid,
        int axis = -1,
        string? name = null)
    {
        var type = dtype != TF_DataType.DtInvalid ? dtype : (on_value ?? off_value)?.dtype ?? TF_DataType.TF_FLOAT;
        if (on_value is null && off_value is null)
            return OneHot.Apply(indices, depth, axis, type);
        Tensor on = Cast.Apply(on_value ?? 1, type), off = Cast.Apply(off_value ?? 0, type);
        return Where.Apply(OneHot.Apply(indices, depth, axis, TF_DataType.TF_BOOL), on, off);
    }

    /// <summary>A border of one value around a tensor.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="paddings">Of shape (rank, 2), whole numbers: how many elements stand before and after along each axis.</param>
    /// <param name="mode"><c>CONSTANT</c>, the only one there is.</param>
    /// <param name="name">Not used.</param>
    /// <param name="constant_values">The border's value.</param>
    /// <exception cref="ArgumentException">Another mode, or paddings of another shape.</exception>
    public Tensor pad(Tensor tensor, Tensor paddings, string mode = "CONSTANT", string? name = null, double constant_values = 0)
    {
        if (!mode.Equals("CONSTANT", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"pad: the mode '{mode}' is not known; there is CONSTANT.");
        if (paddings.shape != new Shape(tensor.ndim, 2))
            throw new ArgumentException(
                $"pad: paddings need the shape ({tensor.ndim}, 2), a pair for each axis; they have {paddings.shape}.");
        var numbers = Cast.Apply(paddings, TF_DataType.TF_INT64).ToArray<long>();
        var pairs = new (long, long)[tensor.ndim];
        for (var axis = 0; axis < pairs.Length; axis++)
            pairs[axis] = (numbers[2 * axis], numbers[2 * axis + 1]);
        return Pad.Apply(tensor, pairs, constant_values);
    }

    /// <summary>The number of axes as an int32 scalar.</summary>
    public Tensor rank(Tensor input, string? name = null) => input.ndim;

    /// <summary>The same elements under another shape; one size may be -1.</summary>
    public Tensor reshape(Tensor tensor, Shape shape, string? name = null) => Reshape.Apply(tensor, shape);

    /// <summary>The elements in the opposite order along some axes.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="axis">An axis or several, each once; negative ones count from the last.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
    [OverloadResolutionPriority(1)]
    public Tensor reverse(Tensor tensor, Axis axis, string? name = null) => Reverse.Apply(tensor, axis.axes);

    /// <inheritdoc cref="reverse(Tensor, Axis, string)"/>
    public Tensor reverse(Tensor tensor, Tensor axis, string? name = null) =>
        Reverse.Apply(tensor, Array.ConvertAll(Numbers(axis), number => (int)number));

    /// <summary>The sizes of the axes as a vector, int32 unless int64 is asked for.</summary>
    public Tensor shape(Tensor input, string? name = null, TF_DataType out_type = TF_DataType.TF_INT32) =>
        Constant.From(input.shape, out_type);

    /// <summary>The number of elements as a scalar, int32 unless int64 is asked for.</summary>
    public Tensor size(Tensor input, string? name = null, TF_DataType out_type = TF_DataType.TF_INT32) =>
        Constant.From(input.size, out_type);

    /// <summary>A part: so many elements along each axis from a first one on; a size of -1 takes all that are left.</summary>
    /// <param name="input">Any tensor.</param>
    /// <param name="begin">A number for each axis: an array, a shape, a tensor, several scalars.</param>
    /// <param name="size">As <paramref name="begin"/>.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The part does not lie inside the tensor.</exception>
    public Tensor slice(Tensor input, long[] begin, long[] size, string? name = null) => Operations.Slice.Apply(input, begin, size);

    /// <inheritdoc cref="slice(Tensor, long[], long[], string)"/>
    public Tensor slice(Tensor input, int[] begin, int[] size, string? name = null) =>
        Operations.Slice.Apply(input, Array.ConvertAll(begin, x => (long)x), Array.ConvertAll(size, x => (long)x));

    /// <inheritdoc cref="slice(Tensor, long[], long[], string)"/>
    public Tensor slice<Tb, Ts>(Tensor input, Tb begin, Ts size, string? name = null) =>
        Operations.Slice.Apply(input, Numbers(begin!), Numbers(size!));

    /// <inheritdoc cref="slice(Tensor, long[], long[], string)"/>
    public Tensor slice<Tb, Ts>(Tensor input, Tb[] begin, Ts[] size, string? name = null) =>
        Operations.Slice.Apply(input, Numbers(begin), Numbers(size));

    /// <summary>So many equal parts along an axis.</summary>
    public Tensor[] split(Tensor value, int num_split, int axis = 0, string? name = null) => Split.Apply(value, num_split, axis);

    /// <summary>Parts of the given sizes along an axis.</summary>
    public Tensor[] split(Tensor value, int[] size_splits, int axis = 0, string? name = null) =>
        Split.Apply(value, Array.ConvertAll(size_splits, x => (long)x), axis);

    /// <summary>Without axes of size 1: those given, or all.</summary>
    public Tensor squeeze(Tensor input, Axis? axis = null, string? name = null) => Squeeze.Apply(input, axis?.axes);

    /// <summary>Tensors of one shape side by side along a new axis.</summary>
    public Tensor stack(IEnumerable<Tensor> values, int axis = 0, string name = "stack") => Stack.Apply([.. values], axis);

    /// <summary>The same value, through which no gradient flows.</summary>
    public Tensor stop_gradient(Tensor x, string? name = null) => StopGradient.Apply(x);

    /// <summary>The tensor repeated so many times along each axis.</summary>
    [OverloadResolutionPriority(1)]
    public Tensor tile(Tensor input, Shape multiples, string? name = null) => Tile.Apply(input, multiples.as_int_list());

    /// <inheritdoc cref="tile(Tensor, Shape, string)"/>
    public Tensor tile(Tensor input, Tensor multiples, string? name = null) =>
        Tile.Apply(input, Array.ConvertAll(Numbers(multiples), number => (int)number));

    /// <summary>The axes in another order; reversed if none is given.</summary>
    public Tensor transpose(Tensor a, Axis? perm = null, string name = "transpose") => Transpose.Apply(a, perm?.axes);

    /// <summary>The slices along an axis, without that axis.</summary>
    /// <exception cref="ArgumentException">The axis has another size than <paramref name="num"/>.</exception>
    public Tensor[] unstack(Tensor value, int? num = null, int axis = 0, string name = "unstack") =>
        num is { } count && count != value.shape[axis]
        ? throw new ArgumentException($"unstack: axis {axis} of the shape {value.shape} has size {value.shape[axis]}, not {count}.")
        : Unstack.Apply(value, axis);

    /// <summary>The places of the true elements: int64, of shape (how many, rank).</summary>
    public Tensor where(Tensor condition, string? name = null) => Where.Places(condition);

    /// <summary>x where a condition holds, else y, broadcast; a number beside a tensor takes its type.</summary>
    public Tensor where<Tx, Ty>(Tensor condition, Tx x, Ty y, string? name = null)
    {
        var (a, b) = Constant.Pair(x, y);
        return Where.Apply(condition, a, b);
    }

    /// <summary>Whole numbers, however a program writes them.</summary>
    private static long[] Numbers(object values) => Cast.Apply(Constant.From(values), TF_DataType.TF_INT64).ToArray<long>();
}
