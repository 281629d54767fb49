using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The elements converted to another type: fractions cut off, bool as 0 and 1.</summary>
internal static class Cast
{
    internal static Tensor Apply(Tensor x, TF_DataType dtype)
    {
        if (x.dtype == dtype)
            return x;
        var y = Tensor.Empty(x.shape, dtype);
        Tensor.Device.Cast(x.dtype, dtype, x.Storage, y.Storage, x.size);
        return x.dtype.IsFloating() ? Tape.Record("Cast", y, x, dy => Apply(dy, x.dtype)) : Tape.Constant(y, x);
    }
}
