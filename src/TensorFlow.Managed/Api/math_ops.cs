using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>Python's module of arithmetic, under TensorFlow.NET's name; the same functions as <see cref="tensorflow"/>'s.</summary>
public static class math_ops
{
    /// <inheritdoc cref="tensorflow.cast"/>
    public static Tensor cast(Tensor x, TF_DataType dtype, string? name = null) => Cast.Apply(x, dtype);

    /// <inheritdoc cref="tensorflow.reduce_mean"/>
    public static Tensor reduce_mean(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceMean.Apply(input_tensor, axis?.axes, keepdims);

    /// <inheritdoc cref="tensorflow.reduce_sum"/>
    public static Tensor reduce_sum(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceSum.Apply(input_tensor, axis?.axes, keepdims);

    /// <inheritdoc cref="tensorflow.sqrt"/>
    public static Tensor sqrt(Tensor x, string? name = null) => Sqrt.Apply(x);

    /// <inheritdoc cref="tensorflow.square"/>
    public static Tensor square(Tensor x, string? name = null) => Square.Apply(x);
}
