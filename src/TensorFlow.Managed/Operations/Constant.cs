namespace Tensorflow.Operations;

/// <summary>Tensors from numbers.</summary>
internal static class Constant
{
    /// <summary>A scalar of the given type.</summary>
    internal static Tensor Scalar(double value, TF_DataType dtype) => Fill.Apply(Shape.Scalar, value, dtype);
}
