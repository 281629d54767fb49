using System.Numerics;
using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>Evenly distributed numbers from random bits, as TensorFlow maps them.</summary>
internal static class PhiloxUniform
{
    /// <summary>Numbers made bits and then floats at a time: few enough to stay in the nearest cache.</summary>
    private const int ChunkLength = 2048;

    /// <summary>The float in [0, 1) that 23 of the bits make.</summary>
    internal static float ToFloat(uint bits) => BitConverter.UInt32BitsToSingle((bits & 0x7FFFFF) | 0x3F800000) - 1f;

    /// <summary>low + (high - low) * u for each; the product and the sum are rounded each by itself.</summary>
    internal static void Fill(ulong key, UInt128 counter, Span<float> y, float low, float high)
    {
        for (var start = 0; start < y.Length; start += ChunkLength, counter += ChunkLength / 4)
        {
            var chunk = y.Slice(start, Math.Min(ChunkLength, y.Length - start));
            Philox.Bits(key, counter, MemoryMarshal.Cast<float, uint>(chunk));
            ToFloats(chunk, high - low, low);
        }
    }

    /// <summary>low + bits mod (high - low) for each.</summary>
    internal static void FillIntegers(ulong key, UInt128 counter, Span<int> y, int low, int high)
    {
        Philox.Bits(key, counter, MemoryMarshal.Cast<int, uint>(y));
        var range = unchecked((uint)high - (uint)low);
        foreach (ref var number in y)
            number = unchecked((int)((uint)low + (uint)number % range));
    }

    /// <summary>Turns random bits, kept where the floats will be, into floats in place.</summary>
    private static void ToFloats(Span<float> y, float scale, float offset)
    {
        var mantissa = new Vector<uint>(0x7FFFFF);
        var one = new Vector<uint>(0x3F800000);
        var (scales, offsets) = (new Vector<float>(scale), new Vector<float>(offset));
        var i = 0;
        for (; i <= y.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var u = ((new Vector<uint>(MemoryMarshal.Cast<float, uint>(y[i..])) & mantissa) | one).As<uint, float>() - Vector<float>.One;
            (u * scales + offsets).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
            y[i] = ToFloat(BitConverter.SingleToUInt32Bits(y[i])) * scale + offset;
    }
}
