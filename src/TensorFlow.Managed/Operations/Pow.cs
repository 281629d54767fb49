using System.Numerics;
using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a to the power of b, broadcast. Whole numbers take exponents of 0 or more, are computed on the host and have no
/// gradient.</summary>
internal static class Pow
{
    internal static Tensor Apply(Tensor a, Tensor b)
    {
        if (WholeNumbers.Are(a))
            return WholeNumbers.Apply("Pow", a, b, Whole, Whole, Whole);
        var y = BinaryOperation.Compute(BinaryFunction.Pow, a, b);
        return Tape.Record(
            "Pow", y,
            a, dy => SumTo.Apply(dy * b * Apply(a, b - 1), a.shape),
            b, dy => SumTo.Apply(dy * y * LogOfPositive(a), b.shape));
    }

    /// <summary>By repeated squaring.</summary>
    private static T Whole<T>(T a, T b) where T : IBinaryInteger<T>
    {
        if (T.IsNegative(b))
            throw new ArgumentException($"Pow: a whole number to the power of {b} is no whole number; cast to a floating type.");
        var power = T.One;
        for (; b != T.Zero; b >>= 1, a *= a)
            if (T.IsOddInteger(b))
                power *= a;
        return power;
    }

    /// <summary>ln a where a is positive, else 0: there the power has no slope in b that could be used,
    /// and TensorFlow gives 0 too.</summary>
    private static Tensor LogOfPositive(Tensor a)
    {
        var positive = a > 0;
        return Where.Apply(positive, Log.Apply(Where.Apply(positive, a, Constant.Scalar(1, a.dtype))), Constant.Scalar(0, a.dtype));
    }
}
