using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>Python's module of shapes and parts, under TensorFlow.NET's name; the same functions as <see cref="tensorflow"/>'s.</summary>
public static class array_ops
{
    /// <inheritdoc cref="tensorflow.concat(IEnumerable{Tensor}, int, string)"/>
    public static Tensor concat(Tensor[] values, int axis, string name = "concat") => Binding.tf.concat(values, axis);

    /// <inheritdoc cref="tensorflow.expand_dims"/>
    public static Tensor expand_dims(Tensor input, int axis = -1, string? name = null) => ExpandDims.Apply(input, axis);

    /// <inheritdoc cref="tensorflow.gather"/>
    public static Tensor gather(Tensor @params, Tensor indices, string? name = null, int axis = 0) => Gather.Apply(@params, indices, axis);

    /// <inheritdoc cref="tensorflow.identity"/>
    public static Tensor identity(Tensor input, string? name = null) => Binding.tf.identity(input);

    /// <inheritdoc cref="tensorflow.ones_like"/>
    public static Tensor ones_like(Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        OnesLike.Apply(tensor, dtype);

    /// <inheritdoc cref="tensorflow.reshape(Tensor, Shape, string)"/>
    public static Tensor reshape(Tensor tensor, Shape shape, string? name = null) => Reshape.Apply(tensor, shape);

    /// <inheritdoc cref="tensorflow.reverse(Tensor, Axis, string)"/>
    public static Tensor reverse(Tensor tensor, Tensor axis, string? name = null) => Binding.tf.reverse(tensor, axis);

    /// <inheritdoc cref="tensorflow.slice(Tensor, long[], long[], string)"/>
    public static Tensor slice<Tb, Ts>(Tensor input, Tb begin, Ts size, string? name = null) => Binding.tf.slice(input, begin, size);

    /// <inheritdoc cref="tensorflow.squeeze"/>
    public static Tensor squeeze(Tensor input, Axis? axis = null, string? name = null) => Squeeze.Apply(input, axis?.axes);

    /// <inheritdoc cref="tensorflow.stack"/>
    public static Tensor stack(Tensor[] values, int axis = 0, string name = "stack") => Stack.Apply(values, axis);

    /// <inheritdoc cref="tensorflow.tile(Tensor, Tensor, string)"/>
    public static Tensor tile(Tensor input, Tensor multiples, string? name = null) => Binding.tf.tile(input, multiples);

    /// <inheritdoc cref="tensorflow.transpose"/>
    public static Tensor transpose(Tensor a, Axis? perm = null, string name = "transpose") => Transpose.Apply(a, perm?.axes);

    /// <inheritdoc cref="tensorflow.zeros_like"/>
    public static Tensor zeros_like(Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        ZerosLike.Apply(tensor, dtype);
}
