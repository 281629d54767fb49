using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Comparisons of two numbers as bytes 0 and 1; anything compared with NaN is false, but for NotEqual.</summary>
internal static class ComparisonKernels
{
    /// <summary>A comparison as a type, so that the compiler puts it into the loop instead of calling it for each element.</summary>
    private interface IRelation<T> where T : unmanaged
    {
        static abstract bool Holds(T a, T b);
    }

    internal static RunKernels<T, byte> For<T>(Comparison comparison) where T : unmanaged, INumber<T> => comparison switch
    {
        Comparison.Equal => Loops<T, Equal<T>>.Kernels,
        Comparison.NotEqual => Loops<T, NotEqual<T>>.Kernels,
        Comparison.Less => Loops<T, Less<T>>.Kernels,
        Comparison.LessEqual => Loops<T, LessEqual<T>>.Kernels,
        Comparison.Greater => Loops<T, Greater<T>>.Kernels,
        _ => Loops<T, GreaterEqual<T>>.Kernels,
    };

    private static class Loops<T, TRelation>
        where T : unmanaged
        where TRelation : struct, IRelation<T>
    {
        internal static readonly RunKernels<T, byte> Kernels = new(Both, Right, Left);

        private static void Both(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<byte> y)
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = TRelation.Holds(a[i], b[i]) ? (byte)1 : (byte)0;
        }

        private static void Right(ReadOnlySpan<T> a, T b, Span<byte> y)
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = TRelation.Holds(a[i], b) ? (byte)1 : (byte)0;
        }

        private static void Left(T a, ReadOnlySpan<T> b, Span<byte> y)
        {
            for (var i = 0; i < y.Length; i++)
                y[i] = TRelation.Holds(a, b[i]) ? (byte)1 : (byte)0;
        }
    }

    private readonly struct Equal<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a == b;
    }

    private readonly struct NotEqual<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a != b;
    }

    private readonly struct Less<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a < b;
    }

    private readonly struct LessEqual<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a <= b;
    }

    private readonly struct Greater<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a > b;
    }

    private readonly struct GreaterEqual<T> : IRelation<T> where T : unmanaged, INumber<T>
    {
        public static bool Holds(T a, T b) => a >= b;
    }
}
