using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Comparisons of two numbers as bytes 0 and 1; anything compared with NaN is false, but for NotEqual.</summary>
internal static class ComparisonKernels
{
    internal static RunKernels<T, byte> For<T>(Comparison comparison) where T : unmanaged, INumber<T> => comparison switch
    {
        Comparison.Equal => RunKernels<T, byte>.Each((a, b) => a == b ? (byte)1 : (byte)0),
        Comparison.NotEqual => RunKernels<T, byte>.Each((a, b) => a != b ? (byte)1 : (byte)0),
        Comparison.Less => RunKernels<T, byte>.Each((a, b) => a < b ? (byte)1 : (byte)0),
        Comparison.LessEqual => RunKernels<T, byte>.Each((a, b) => a <= b ? (byte)1 : (byte)0),
        Comparison.Greater => RunKernels<T, byte>.Each((a, b) => a > b ? (byte)1 : (byte)0),
        _ => RunKernels<T, byte>.Each((a, b) => a >= b ? (byte)1 : (byte)0),
    };
}
