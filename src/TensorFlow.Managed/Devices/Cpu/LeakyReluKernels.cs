using System.Numerics;
using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>The leaky rectifier and its gradient, as wide as the processor's vectors.</summary>
internal static class LeakyReluKernels
{
    internal static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, T slope) where T : unmanaged, IFloatingPoint<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(x);
        var results = MemoryMarshal.Cast<T, Vector<T>>(y);
        for (var i = 0; i < vectors.Length; i++)
            results[i] = Vector.ConditionalSelect(Vector.GreaterThan(vectors[i], Vector<T>.Zero), vectors[i], vectors[i] * slope);
        for (var i = vectors.Length * Vector<T>.Count; i < x.Length; i++)
            y[i] = x[i] > T.Zero ? x[i] : x[i] * slope;
    }

    internal static void Gradient<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, Span<T> dx, T slope) where T : unmanaged, IFloatingPoint<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(x);
        var gradients = MemoryMarshal.Cast<T, Vector<T>>(dy);
        var results = MemoryMarshal.Cast<T, Vector<T>>(dx);
        for (var i = 0; i < vectors.Length; i++)
            results[i] = Vector.ConditionalSelect(Vector.GreaterThan(vectors[i], Vector<T>.Zero), gradients[i], gradients[i] * slope);
        for (var i = vectors.Length * Vector<T>.Count; i < x.Length; i++)
            dx[i] = x[i] > T.Zero ? dy[i] : dy[i] * slope;
    }
}
