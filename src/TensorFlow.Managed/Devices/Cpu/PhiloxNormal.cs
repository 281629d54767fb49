using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Normal numbers by Box and Muller's method, as TensorFlow pairs them: from two uniform u and v come
/// sqrt(-2 ln u) sin(2 pi v) and sqrt(-2 ln u) cos(2 pi v), where u is at least 1e-7.
/// </summary>
internal static class PhiloxNormal
{
    internal const float SmallestUniform = 1e-7f;

    private const int ChunkLength = 512;

    internal static void Fill(ulong key, UInt128 counter, Span<float> y, float mean, float deviation)
    {
        Span<uint> bits = stackalloc uint[ChunkLength];
        Span<float> radius = stackalloc float[ChunkLength / 2];
        Span<float> angle = stackalloc float[ChunkLength / 2];
        Span<float> sine = stackalloc float[ChunkLength / 2];
        // Always whole chunks, so that a number's bits do not depend on where the block ends (a last few would take another path).
        for (var start = 0; start < y.Length; start += ChunkLength, counter += ChunkLength / 4)
        {
            Philox.Bits(key, counter, bits);
            for (var i = 0; i < radius.Length; i++)
            {
                radius[i] = MathF.Max(PhiloxUniform.ToFloat(bits[2 * i]), SmallestUniform);
                angle[i] = 2 * MathF.PI * PhiloxUniform.ToFloat(bits[2 * i + 1]);
            }

            TensorPrimitives.Log(radius, radius);
            TensorPrimitives.Multiply(radius, -2f, radius);
            TensorPrimitives.Sqrt(radius, radius);
            TensorPrimitives.Sin(angle, sine);
            TensorPrimitives.Cos(angle, angle);
            var chunk = y[start..Math.Min(start + ChunkLength, y.Length)];
            for (var i = 0; i < chunk.Length; i++)
                chunk[i] = ((i & 1) == 0 ? sine : angle)[i >> 1] * radius[i >> 1] * deviation + mean;
        }
    }
}
