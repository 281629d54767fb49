namespace Tensorflow.Operations;

/// <summary>TensorFlow.NET's plain calls of operations on shapes and parts.</summary>
public static class gen_array_ops
{
    /// <inheritdoc cref="tensorflow.gather_nd"/>
    public static Tensor gather_nd(Tensor @params, Tensor indices, string? name = null) => GatherNd.Apply(@params, indices);

    /// <inheritdoc cref="tensorflow.reverse(Tensor, Axis, string)"/>
    public static Tensor reverse_v2(Tensor tensor, Tensor axis, string? name = null) => Binding.tf.reverse(tensor, axis);

    /// <inheritdoc cref="tensorflow.tile(Tensor, Tensor, string)"/>
    public static Tensor tile(Tensor input, Tensor multiples, string? name = null) => Binding.tf.tile(input, multiples);
}
