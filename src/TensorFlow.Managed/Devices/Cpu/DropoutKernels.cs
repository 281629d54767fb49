using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Dropout's mask, a bit an element, and its use; eight elements are one vector and one byte.</summary>
internal static unsafe class DropoutKernels
{
    /// <summary>Random numbers made and compared at a time: few enough to stay in the nearest cache.</summary>
    private const int ChunkLength = 2048;

    /// <summary>Draws the bits of a piece that starts at a multiple of eight elements.</summary>
    [SkipLocalsInit]
    internal static void Draw(ulong key, UInt128 counter, byte* kept, int count, float rate)
    {
        var room = stackalloc uint[ChunkLength];
        // A uniform number is its lowest 23 bits / 2^23, and the rate times 2^23 is exact: comparing the bits is comparing the numbers.
        var least = (int)MathF.Ceiling(rate * (1 << 23));
        var (mantissa, below) = (Vector256.Create(0x7FFFFF), Vector256.Create(least - 1));
        for (var start = 0; start < count; start += ChunkLength, counter += ChunkLength / 4)
        {
            var length = Math.Min(ChunkLength, count - start);
            Philox.Bits(key, counter, new Span<uint>(room, length));
            var bytes = kept + start / 8;
            var i = 0;
            for (; i <= length - 8; i += 8)
                bytes[i / 8] = (byte)Vector256.GreaterThan(Vector256.Load((int*)room + i) & mantissa, below).ExtractMostSignificantBits();
            if (i < length)
                bytes[i / 8] = 0;
            for (; i < length; i++)
                if ((room[i] & 0x7FFFFF) >= least)
                    bytes[i / 8] |= (byte)(1 << (i % 8));
        }
    }

    /// <summary>y[i] = scale * x[i] where the bit first + i is set, else 0.</summary>
    internal static void Mask(float* x, byte* kept, long first, float* y, int count, float scale)
    {
        var bits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var i = 0;
        for (; i < count && (first + i) % 8 != 0; i++)
            y[i] = IsSet(kept, first + i) ? x[i] * scale : 0;
        for (; i <= count - 8; i += 8)
        {
            var keep = Vector256.Equals(Vector256.Create((int)kept[(first + i) / 8]) & bits, bits);
            ((Vector256.Load(x + i) * scale) & keep.AsSingle()).Store(y + i);
        }

        for (; i < count; i++)
            y[i] = IsSet(kept, first + i) ? x[i] * scale : 0;
    }

    private static bool IsSet(byte* bits, long at) => (bits[at / 8] >> (int)(at % 8) & 1) != 0;
}
