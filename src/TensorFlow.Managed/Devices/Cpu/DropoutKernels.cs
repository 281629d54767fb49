using System.Runtime.Intrinsics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Dropout over a piece that starts at a multiple of eight elements; eight are one vector and one byte of the mask.</summary>
internal static unsafe class DropoutKernels
{
    internal static void Draw(float* x, float* uniform, float* y, byte* kept, int count, float rate)
    {
        var scale = 1 / (1 - rate);
        var i = 0;
        for (; i <= count - 8; i += 8)
        {
            var keep = Vector256.GreaterThanOrEqual(Vector256.Load(uniform + i), Vector256.Create(rate));
            kept[i / 8] = (byte)keep.ExtractMostSignificantBits();
            ((Vector256.Load(x + i) * scale) & keep).Store(y + i);
        }

        if (i == count)
            return;
        kept[i / 8] = 0;
        for (; i < count; i++)
        {
            var keep = uniform[i] >= rate;
            kept[i / 8] |= (byte)((keep ? 1 : 0) << (i % 8));
            y[i] = keep ? x[i] * scale : 0;
        }
    }

    internal static void Mask(float* x, byte* kept, float* y, int count, float scale)
    {
        var bits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var i = 0;
        for (; i <= count - 8; i += 8)
        {
            var keep = Vector256.Equals(Vector256.Create((int)kept[i / 8]) & bits, bits);
            ((Vector256.Load(x + i) * scale) & keep.AsSingle()).Store(y + i);
        }

        for (; i < count; i++)
            y[i] = (kept[i / 8] >> (i % 8) & 1) != 0 ? x[i] * scale : 0;
    }
}
