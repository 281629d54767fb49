using System.Numerics;
using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>The leaky rectifier and its gradient, as wide as the processor's vectors.</summary>
internal static class LeakyReluKernels
{
    internal static void Forward(ReadOnlySpan<float> x, Span<float> y, float slope)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(x);
        var results = MemoryMarshal.Cast<float, Vector<float>>(y);
        for (var i = 0; i < vectors.Length; i++)
            results[i] = Vector.ConditionalSelect(Vector.GreaterThan(vectors[i], Vector<float>.Zero), vectors[i], vectors[i] * slope);
        for (var i = vectors.Length * Vector<float>.Count; i < x.Length; i++)
            y[i] = x[i] > 0 ? x[i] : x[i] * slope;
    }

    internal static void Gradient(ReadOnlySpan<float> dy, ReadOnlySpan<float> x, Span<float> dx, float slope)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(x);
        var gradients = MemoryMarshal.Cast<float, Vector<float>>(dy);
        var results = MemoryMarshal.Cast<float, Vector<float>>(dx);
        for (var i = 0; i < vectors.Length; i++)
            results[i] = Vector.ConditionalSelect(Vector.GreaterThan(vectors[i], Vector<float>.Zero), gradients[i], gradients[i] * slope);
        for (var i = vectors.Length * Vector<float>.Count; i < x.Length; i++)
            dx[i] = x[i] > 0 ? dy[i] : dy[i] * slope;
    }
}
