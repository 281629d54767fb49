namespace Tensorflow.Operations;

/// <summary>Zeros of another tensor's shape and, unless another is given, type.</summary>
internal static class ZerosLike
{
    internal static Tensor Apply(Tensor x, TF_DataType dtype = TF_DataType.DtInvalid) =>
        Fill.Zeros(x.shape, dtype == TF_DataType.DtInvalid ? x.dtype : dtype);
}
