using System.Numerics;
using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>A function of two operands over one run, in the three ways that broadcasting walks a run:
/// both move, or one stands still.</summary>
internal sealed record RunKernels<T, TResult>(
    RunKernels<T, TResult>.BothMove Both, RunKernels<T, TResult>.RightStands Right, RunKernels<T, TResult>.LeftStands Left)
    where T : unmanaged
    where TResult : unmanaged
{
    /// <summary>y[i] = f(a[i], b[i]).</summary>
    internal delegate void BothMove(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<TResult> y);

    /// <summary>y[i] = f(a[i], b).</summary>
    internal delegate void RightStands(ReadOnlySpan<T> a, T b, Span<TResult> y);

    /// <summary>y[i] = f(a, b[i]).</summary>
    internal delegate void LeftStands(T a, ReadOnlySpan<T> b, Span<TResult> y);

    /// <summary>The three ways from the function itself, an element at a time.</summary>
    internal static RunKernels<T, TResult> Each(Func<T, T, TResult> f) => new(
        (a, b, y) =>
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = f(a[i], b[i]);
        },
        (a, b, y) =>
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = f(a[i], b);
        },
        (a, b, y) =>
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = f(a, b[i]);
        });
}

/// <summary>The functions of two numbers, by element type. Vectorised by <see cref="TensorPrimitives"/>.</summary>
internal static class BinaryKernels
{
    internal static RunKernels<T, T> Floating<T>(BinaryFunction f) where T : unmanaged, IFloatingPointIeee754<T> => f switch
    {
        BinaryFunction.FloorMod => FloatingOnly<T>.FloorMod,
        BinaryFunction.Pow => FloatingOnly<T>.Pow,
        _ => Number<T>(f),
    };

    internal static RunKernels<T, T> Integer<T>(BinaryFunction f) where T : unmanaged, IBinaryInteger<T> => f switch
    {
        BinaryFunction.FloorMod => IntegerOnly<T>.FloorMod,
        _ => Number<T>(f),
    };

    internal static RunKernels<byte, byte> Logical(BinaryFunction f) => f switch
    {
        BinaryFunction.LogicalAnd => RunKernels<byte, byte>.Each((a, b) => (byte)(a & b)),
        BinaryFunction.LogicalOr => RunKernels<byte, byte>.Each((a, b) => (byte)(a | b)),
        _ => throw new ArgumentException($"{f} is not defined for bool tensors."),
    };

    private static RunKernels<T, T> Number<T>(BinaryFunction f) where T : unmanaged, INumber<T> => f switch
    {
        BinaryFunction.Add => Common<T>.Add,
        BinaryFunction.Subtract => Common<T>.Subtract,
        BinaryFunction.Multiply => Common<T>.Multiply,
        BinaryFunction.Divide => Common<T>.Divide,
        BinaryFunction.Maximum => Common<T>.Maximum,
        BinaryFunction.Minimum => Common<T>.Minimum,
        BinaryFunction.SquaredDifference => Common<T>.SquaredDifference,
        _ => throw new ArgumentException($"{f} is not defined for {DataTypes.Of(typeof(T)).Name()} tensors."),
    };

    // Held in static fields, so that a training step does not make the delegates anew.
    private static class Common<T> where T : unmanaged, INumber<T>
    {
        internal static readonly RunKernels<T, T> Add = new(
            TensorPrimitives.Add, TensorPrimitives.Add, (a, b, y) => TensorPrimitives.Add(b, a, y));

        internal static readonly RunKernels<T, T> Subtract =
            new(TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

        internal static readonly RunKernels<T, T> Multiply = new(
            TensorPrimitives.Multiply, TensorPrimitives.Multiply, (a, b, y) => TensorPrimitives.Multiply(b, a, y));

        internal static readonly RunKernels<T, T> Divide = new(TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide);

        internal static readonly RunKernels<T, T> Maximum = new(
            TensorPrimitives.Max, TensorPrimitives.Max, (a, b, y) => TensorPrimitives.Max(b, a, y));

        internal static readonly RunKernels<T, T> Minimum = new(
            TensorPrimitives.Min, TensorPrimitives.Min, (a, b, y) => TensorPrimitives.Min(b, a, y));

        internal static readonly RunKernels<T, T> SquaredDifference = new(
            (a, b, y) => Squared(y, a, b), (a, b, y) => Squared(y, a, b), (a, b, y) => Squared(y, b, a));

        private static void Squared(Span<T> y, ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        {
            TensorPrimitives.Subtract(a, b, y);
            TensorPrimitives.Multiply(y, y, y);
        }

        private static void Squared(Span<T> y, ReadOnlySpan<T> a, T b)
        {
            TensorPrimitives.Subtract(a, b, y);
            TensorPrimitives.Multiply(y, y, y);
        }
    }

    private static class FloatingOnly<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        internal static readonly RunKernels<T, T> FloorMod = RunKernels<T, T>.Each((a, b) => a - T.Floor(a / b) * b);

        internal static readonly RunKernels<T, T> Pow = new(TensorPrimitives.Pow, TensorPrimitives.Pow, TensorPrimitives.Pow);
    }

    private static class IntegerOnly<T> where T : unmanaged, IBinaryInteger<T>
    {
        internal static readonly RunKernels<T, T> FloorMod = RunKernels<T, T>.Each((a, b) =>
        {
            var remainder = a % b;
            return remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(b) ? remainder + b : remainder;
        });
    }
}
