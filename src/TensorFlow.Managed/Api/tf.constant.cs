using Tensorflow.Devices;
using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Tensors from numbers.</content>
public sealed partial class tensorflow
{
    /// <summary>A tensor of a number, of an array of any rank, or of another tensor's value.</summary>
    /// <param name="value">float, double, int, long, byte or bool, arrays of them (<c>float[,]</c>), shapes, tensors, variables.</param>
    /// <param name="dtype">The type that the numbers are converted to; their own if it is not given.</param>
    /// <param name="shape">The shape; a single number is repeated to fill it. That of the array if it is not given.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">The value is not made of numbers, or does not fill the shape.</exception>
    public Tensor constant(object value, TF_DataType dtype = TF_DataType.DtInvalid, Shape? shape = null, string name = "Const")
    {
        var tensor = StopGradient.Apply(Constant.From(value, dtype));
        return shape is null ? tensor
            : tensor.size == 1 ? BroadcastTo.Apply(Reshape.Apply(tensor, Shape.Scalar), shape)
            : Reshape.Apply(tensor, shape);
    }

    /// <summary>The value as a tensor; a tensor is returned as it is.</summary>
    /// <inheritdoc cref="constant"/>
    public Tensor convert_to_tensor(object value, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        Constant.From(value, dtype);

    /// <summary>A tensor of one value, of the value's type.</summary>
    public Tensor fill<T>(Shape dims, T value, string? name = null) where T : unmanaged =>
        Fill.Apply(dims, Constant.From(value).Item(), DataTypes.Of<T>());

    /// <summary>A tensor of zeros.</summary>
    public Tensor zeros(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT, string? name = null) => Fill.Zeros(shape, dtype);

    /// <summary>A tensor of ones.</summary>
    public Tensor ones(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT, string? name = null) => Fill.Ones(shape, dtype);

    /// <summary>Zeros of a tensor's shape, and of its type unless another is given.</summary>
    public Tensor zeros_like(Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null, bool optimize = true) =>
        ZerosLike.Apply(tensor, dtype);

    /// <summary>Ones of a tensor's shape, and of its type unless another is given.</summary>
    public Tensor ones_like(Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null, bool optimize = true) =>
        OnesLike.Apply(tensor, dtype);

    /// <summary>start, start + delta, ... to before a limit; with one number 0, 1, ... to before it.</summary>
    /// <param name="start">The first number, or the only one that is given: the limit.</param>
    /// <param name="limit">The number to stop before.</param>
    /// <param name="delta">The distance of neighbours, not 0; 1 if it is not given.</param>
    /// <param name="dtype">The type; if it is not given, the widest of the numbers' own.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">delta is 0.</exception>
    public Tensor range(object start, object? limit = null, object? delta = null, TF_DataType dtype = TF_DataType.DtInvalid,
        string name = "range")
    {
        var (first, firstType) = Number(limit is null ? 0 : start);
        var (end, endType) = Number(limit ?? start);
        var (step, stepType) = Number(delta ?? 1);
        return Sequence.Range(
            first, end, step, dtype != TF_DataType.DtInvalid ? dtype : DataTypes.Widest(firstType, DataTypes.Widest(endType, stepType)));

        static (double Value, TF_DataType Type) Number(object value)
        {
            // On a card a number of C# would be written and read back.
            using var onProcessor = new DeviceScope(Device.Processor);
            var number = Constant.From(value);
            return (number.Item(), number.dtype);
        }
    }

    /// <summary>So many float32 numbers at equal distances, both ends included.</summary>
    public Tensor linspace(double start, double stop, int num, TF_DataType dtype = TF_DataType.TF_FLOAT, string? name = null) =>
        Sequence.Linspace(start, stop, num, dtype);
}
