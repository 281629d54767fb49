using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Tensorflow.Devices.Cpu;

/// <summary>y[i] = f(x[i]) over a piece.</summary>
internal delegate void MapKernel<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged;

/// <summary>The functions of one number, by element type. Vectorised by <see cref="TensorPrimitives"/> where it is accurate.</summary>
internal static class UnaryKernels
{
    internal static MapKernel<T> Floating<T>(UnaryFunction f) where T : unmanaged, IFloatingPointIeee754<T> => f switch
    {
        UnaryFunction.Negate => TensorPrimitives.Negate,
        UnaryFunction.Abs => TensorPrimitives.Abs,
        UnaryFunction.Sign => (x, y) => Each(x, y, v => T.IsNaN(v) ? v : T.CreateChecked(T.Sign(v))),
        UnaryFunction.Square => (x, y) => TensorPrimitives.Multiply(x, x, y),
        UnaryFunction.Sqrt => TensorPrimitives.Sqrt,
        UnaryFunction.Rsqrt => TensorPrimitives.ReciprocalSqrt,
        UnaryFunction.Reciprocal => TensorPrimitives.Reciprocal,
        UnaryFunction.Exp => Transcendental<T>.Exp,
        UnaryFunction.Log => Transcendental<T>.Log,
        UnaryFunction.Log1p => (x, y) => Each(x, y, v => T.CreateTruncating(Log1p(double.CreateTruncating(v)))),
        UnaryFunction.Sin => Transcendental<T>.Sin,
        UnaryFunction.Cos => Transcendental<T>.Cos,
        UnaryFunction.Tanh => Transcendental<T>.Tanh,
        UnaryFunction.Sigmoid => Transcendental<T>.Sigmoid,
        UnaryFunction.Softplus => (x, y) => Each(x, y, v => T.CreateTruncating(Softplus(double.CreateTruncating(v)))),
        UnaryFunction.Relu => (x, y) => TensorPrimitives.Max(x, T.Zero, y),
        UnaryFunction.Elu => (x, y) => Each(x, y, v => v < T.Zero ? T.CreateTruncating(Math.Exp(double.CreateTruncating(v)) - 1) : v),
        UnaryFunction.Erf => (x, y) => Each(x, y, v => T.CreateTruncating(ErrorFunction.Erf(double.CreateTruncating(v)))),
        UnaryFunction.Floor => TensorPrimitives.Floor,
        UnaryFunction.Round => TensorPrimitives.Round,
        _ => throw Unsupported(f, typeof(T)),
    };

    internal static MapKernel<T> Integer<T>(UnaryFunction f) where T : unmanaged, IBinaryInteger<T> => f switch
    {
        UnaryFunction.Negate => TensorPrimitives.Negate,
        UnaryFunction.Abs => TensorPrimitives.Abs,
        UnaryFunction.Sign => (x, y) => Each(x, y, v => T.CreateTruncating(T.Sign(v))),
        UnaryFunction.Square => (x, y) => TensorPrimitives.Multiply(x, x, y),
        UnaryFunction.Relu => (x, y) => TensorPrimitives.Max(x, T.Zero, y),
        UnaryFunction.Floor or UnaryFunction.Round => (x, y) => x.CopyTo(y),
        _ => throw Unsupported(f, typeof(T)),
    };

    internal static MapKernel<byte> Logical(UnaryFunction f) => f is UnaryFunction.LogicalNot
        ? (x, y) => Each(x, y, v => v == 0 ? (byte)1 : (byte)0)
        : throw Unsupported(f, typeof(bool));

    /// <summary>ln(1 + x) without loss where x is small: Kahan's correction, as in Higham,
    /// Accuracy and Stability, section 1.14.1.</summary>
    internal static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u == 0 ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|), which cannot overflow.</summary>
    private static double Softplus(double x) => Math.Max(x, 0) + Log1p(Math.Exp(-Math.Abs(x)));

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> y, Func<T, T> f)
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = f(x[i]);
    }

    /// <summary>
    /// Functions that the package approximates, in static fields, so that a training step does not make the delegates anew. An element's
    /// bits do not depend on how many stand beside it.
    /// </summary>
    private static class Transcendental<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        internal static readonly MapKernel<T> Exp = WholeVectors(TensorPrimitives.Exp);
        internal static readonly MapKernel<T> Log = WholeVectors(TensorPrimitives.Log);
        internal static readonly MapKernel<T> Tanh = WholeVectors(TensorPrimitives.Tanh);
        internal static readonly MapKernel<T> Sigmoid = WholeVectors(TensorPrimitives.Sigmoid);

        // In double the package chooses a formula for a whole vector, by its largest element.
        internal static readonly MapKernel<T> Sin =
            typeof(T) == typeof(double) ? (x, y) => Each(x, y, T.Sin) : WholeVectors(TensorPrimitives.Sin);

        internal static readonly MapKernel<T> Cos =
            typeof(T) == typeof(double) ? (x, y) => Each(x, y, T.Cos) : WholeVectors(TensorPrimitives.Cos);

        /// <summary>The package computes fewer elements than its shortest vector has by other formulas: they get a whole vector.</summary>
        private static MapKernel<T> WholeVectors(MapKernel<T> kernel) => (x, y) =>
        {
            if (x.Length >= Vector128<T>.Count || x.IsEmpty)
            {
                kernel(x, y);
                return;
            }

            Span<T> vector = stackalloc T[Vector128<T>.Count];
            vector.Fill(x[0]);
            x.CopyTo(vector);
            kernel(vector, vector);
            vector[..x.Length].CopyTo(y);
        };
    }

    private static ArgumentException Unsupported(UnaryFunction f, Type type) =>
        new($"{f} is not defined for {DataTypes.Of(type).Name()} tensors.");
}
