using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Where a stream of random numbers is: Philox's key and its counter of 128 bits.</summary>
internal readonly struct PhiloxPlace(ulong key, UInt128 counter)
{
    internal readonly ulong Key = key, Low = (ulong)counter, High = (ulong)(counter >> 64);
}

/// <summary>Four random words.</summary>
internal struct PhiloxBlock
{
    private uint _c0, _c1, _c2, _c3;

    /// <summary>Philox 4x32-10 of the counter a number of steps further on; the processor's kernel gives the same bits.</summary>
    internal static PhiloxBlock At(PhiloxPlace place, ulong steps)
    {
        var low = place.Low + steps;
        var high = low < steps ? place.High + 1 : place.High;
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)place.Key, k1 = (uint)(place.Key >> 32);
        for (var round = 0; round < 10; round++)
        {
            var a = (ulong)0xD2511F53 * c0;
            var b = (ulong)0xCD9E8D57 * c2;
            c0 = (uint)(b >> 32) ^ c1 ^ k0;
            c1 = (uint)b;
            c2 = (uint)(a >> 32) ^ c3 ^ k1;
            c3 = (uint)a;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        PhiloxBlock block;
        block._c0 = c0;
        block._c1 = c1;
        block._c2 = c2;
        block._c3 = c3;
        return block;
    }

    internal readonly uint Word(int i) => i == 0 ? _c0 : i == 1 ? _c1 : i == 2 ? _c2 : _c3;

    /// <summary>The float in [0, 1) that 23 of a word's bits make.</summary>
    internal readonly float Uniform(int i) => Interop.IntAsFloat((Word(i) & 0x7FFFFF) | 0x3F800000) - 1f;
}

/// <summary>Random numbers: a thread makes the four of a block, or those of eight bits of a mask.</summary>
internal static class PhiloxKernels
{
    internal static void Bits(PhiloxPlace place, ArrayView<uint> y, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var block = Grid.GlobalIndex.X; block < (count + 3) / 4; block += stride)
        {
            var words = PhiloxBlock.At(place, (ulong)block);
            for (var i = 0; i < 4 && 4 * block + i < count; i++)
                y[4 * block + i] = words.Word(i);
        }
    }

    internal static void Integers(PhiloxPlace place, ArrayView<int> y, int count, uint low, uint range)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var block = Grid.GlobalIndex.X; block < (count + 3) / 4; block += stride)
        {
            var words = PhiloxBlock.At(place, (ulong)block);
            for (var i = 0; i < 4 && 4 * block + i < count; i++)
                y[4 * block + i] = (int)(low + words.Word(i) % range);
        }
    }

    internal static void Uniform(PhiloxPlace place, ArrayView<float> y, int count, float scale, float offset)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var block = Grid.GlobalIndex.X; block < (count + 3) / 4; block += stride)
        {
            var words = PhiloxBlock.At(place, (ulong)block);
            for (var i = 0; i < 4 && 4 * block + i < count; i++)
                y[4 * block + i] = words.Uniform(i) * scale + offset;
        }
    }

    /// <summary>Box and Muller's method as TensorFlow pairs it: sine first, then cosine.</summary>
    internal static void Normal(PhiloxPlace place, ArrayView<float> y, int count, float mean, float deviation)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var block = Grid.GlobalIndex.X; block < (count + 3) / 4; block += stride)
        {
            var words = PhiloxBlock.At(place, (ulong)block);
            for (var i = 0; i < 4 && 4 * block + i < count; i++)
                y[4 * block + i] = Normal(words, i) * deviation + mean;
        }
    }

    /// <summary>A group of four has 256 steps of the counter to itself; numbers further from 0 than 2 are drawn again.</summary>
    internal static void TruncatedNormal(PhiloxPlace place, ArrayView<float> y, int count, float mean, float deviation)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var group = Grid.GlobalIndex.X; group < (count + 3) / 4; group += stride)
        {
            var (made, wanted) = (0, count - 4 * group < 4 ? count - 4 * group : 4);
            for (var step = 0UL; made < wanted; step++)
            {
                var words = PhiloxBlock.At(place, (ulong)group * 256 + step);
                for (var i = 0; i < 4 && made < wanted; i++)
                {
                    var z = Normal(words, i);
                    if (z < 2 && z > -2)
                        y[4 * group + made++] = z * deviation + mean;
                }
            }
        }
    }

    /// <summary>Eight elements are a byte, the lowest bit first; set where the element's number is not below the rate.</summary>
    internal static void Mask(PhiloxPlace place, ArrayView<byte> kept, int count, int least)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var group = Grid.GlobalIndex.X; group < (count + 7) / 8; group += stride)
        {
            var bits = 0;
            for (var half = 0; half < 2; half++)
            {
                var words = PhiloxBlock.At(place, (ulong)(2 * group + half));
                for (var i = 0; i < 4; i++)
                    if (8 * group + 4 * half + i < count && (int)(words.Word(i) & 0x7FFFFF) >= least)
                        bits |= 1 << (4 * half + i);
            }

            kept[group] = (byte)bits;
        }
    }

    internal static void ApplyMask(ArrayView<float> x, ArrayView<byte> kept, ArrayView<float> y, int count, float scale)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = ((kept[i / 8] >> (i % 8)) & 1) != 0 ? x[i] * scale : 0;
    }

    private static float Normal(PhiloxBlock words, int i)
    {
        var first = i & 2;
        var u = words.Uniform(first);
        var radius = (float)Math.Sqrt(-2 * Numerics.Log(u < 1e-7f ? 1e-7f : u));
        double angle = 2 * MathF.PI * words.Uniform(first + 1);
        return (float)((i & 1) == 0 ? Numerics.Sin(angle) : Numerics.Cos(angle)) * radius;
    }
}
