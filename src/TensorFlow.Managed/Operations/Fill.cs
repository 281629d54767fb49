namespace Tensorflow.Operations;

/// <summary>Tensors of one value.</summary>
internal static class Fill
{
    internal static Tensor Apply(Shape shape, double value, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        var y = Tensor.Empty(shape, dtype);
        Tensor.Device.Fill(dtype, y.Storage, y.size, value);
        return y;
    }

    internal static Tensor Zeros(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT) => Apply(shape, 0, dtype);

    internal static Tensor Ones(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT) => Apply(shape, 1, dtype);
}
