namespace Tensorflow.Operations;

/// <summary>Ones of another tensor's shape and, unless another is given, type.</summary>
internal static class OnesLike
{
    internal static Tensor Apply(Tensor x, TF_DataType dtype = TF_DataType.DtInvalid) =>
        Fill.Ones(x.shape, dtype == TF_DataType.DtInvalid ? x.dtype : dtype);
}
