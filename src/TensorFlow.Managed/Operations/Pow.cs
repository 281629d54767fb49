using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a to the power of b, broadcast; of whole numbers on the processor only, with exponents of 0 or more. Whole numbers have no
/// gradient.</summary>
internal static class Pow
{
    internal static Tensor Apply(Tensor a, Tensor b)
    {
        var y = BinaryOperation.Compute(BinaryFunction.Pow, a, b);
        return Tape.Record(
            "Pow", y,
            a, dy => SumTo.Apply(dy * b * Apply(a, b - 1), a.shape),
            b, dy => SumTo.Apply(dy * y * LogOfPositive(a), b.shape));
    }

    /// <summary>ln a where a is positive, else 0: there the power has no slope in b that could be used,
    /// and TensorFlow gives 0 too.</summary>
    private static Tensor LogOfPositive(Tensor a)
    {
        var positive = a > 0;
        return Where.Apply(positive, Log.Apply(Where.Apply(positive, a, Constant.Scalar(1, a.dtype))), Constant.Scalar(0, a.dtype));
    }
}
