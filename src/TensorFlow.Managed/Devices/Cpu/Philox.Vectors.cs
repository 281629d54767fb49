using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu;

/// <content>
/// Several blocks at once: a vector holds one of the four words of each block, in the low half of a 64-bit lane, so that the product of
/// two words fits. What stands in the high half does not matter until the end, because a product reads low halves only. Lanes are
/// numbered so that interleaving the words at the end brings the blocks into their order. The wider two keep two vectors of each word
/// under way, because a round waits for its products.
/// </content>
internal static partial class Philox
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // at full speed from the first call: the loop is the whole method
    internal static int Fill512(ulong key, ulong counterLow, ulong counterHigh, Span<uint> y)
    {
        var blocks = y.Length / 64 * 16;
        var target = MemoryMarshal.Cast<uint, ulong>(y);
        var (ma, mb) = (Vector512.Create((ulong)MultiplierA), Vector512.Create((ulong)MultiplierB));
        var (stepA, stepB) = (Vector512.Create((ulong)KeyStepA), Vector512.Create((ulong)KeyStepB));
        for (var block = 0; block < blocks; block += 16)
        {
            var c0 = Vector512.Create(counterLow + (uint)block) + Vector512.Create(0UL, 4, 1, 5, 2, 6, 3, 7);
            var d0 = c0 + Vector512.Create(8UL);
            var (c1, d1) = (c0 >>> 32, d0 >>> 32);
            var c2 = Vector512.Create(counterHigh);
            var c3 = c2 >>> 32;
            var (d2, d3) = (c2, c3);
            var k0 = Vector512.Create(key);
            var k1 = k0 >>> 32;
            for (var round = 0; round < Rounds; round++, k0 += stepA, k1 += stepB)
            {
                var (ca, cb) = (Multiply(c0, ma), Multiply(c2, mb));
                var (da, db) = (Multiply(d0, ma), Multiply(d2, mb));
                c0 = (cb >>> 32) ^ c1 ^ k0;
                c2 = (ca >>> 32) ^ c3 ^ k1;
                d0 = (db >>> 32) ^ d1 ^ k0;
                d2 = (da >>> 32) ^ d3 ^ k1;
                (c1, c3, d1, d3) = (cb, ca, db, da);
            }

            Write(c0, c1, c2, c3, target.Slice(2 * block, 16));
            Write(d0, d1, d2, d3, target.Slice(2 * block + 16, 16));
        }

        return blocks;

        static Vector512<ulong> Multiply(Vector512<ulong> x, Vector512<ulong> y) => Avx512F.Multiply(x.AsUInt32(), y.AsUInt32());

        static void Write(Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, Span<ulong> target)
        {
            var word = Vector512.Create((ulong)uint.MaxValue);
            var (first, second) = ((c0 & word) | (c1 << 32), (c2 & word) | (c3 << 32));
            Avx512F.UnpackLow(first, second).CopyTo(target);
            Avx512F.UnpackHigh(first, second).CopyTo(target[8..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // at full speed from the first call: the loop is the whole method
    internal static int Fill256(ulong key, ulong counterLow, ulong counterHigh, Span<uint> y)
    {
        var blocks = y.Length / 32 * 8;
        var target = MemoryMarshal.Cast<uint, ulong>(y);
        var (ma, mb) = (Vector256.Create((ulong)MultiplierA), Vector256.Create((ulong)MultiplierB));
        var (stepA, stepB) = (Vector256.Create((ulong)KeyStepA), Vector256.Create((ulong)KeyStepB));
        for (var block = 0; block < blocks; block += 8)
        {
            var c0 = Vector256.Create(counterLow + (uint)block) + Vector256.Create(0UL, 2, 1, 3);
            var d0 = c0 + Vector256.Create(4UL);
            var (c1, d1) = (c0 >>> 32, d0 >>> 32);
            var c2 = Vector256.Create(counterHigh);
            var c3 = c2 >>> 32;
            var (d2, d3) = (c2, c3);
            var k0 = Vector256.Create(key);
            var k1 = k0 >>> 32;
            for (var round = 0; round < Rounds; round++, k0 += stepA, k1 += stepB)
            {
                var (ca, cb) = (Multiply(c0, ma), Multiply(c2, mb));
                var (da, db) = (Multiply(d0, ma), Multiply(d2, mb));
                c0 = (cb >>> 32) ^ c1 ^ k0;
                c2 = (ca >>> 32) ^ c3 ^ k1;
                d0 = (db >>> 32) ^ d1 ^ k0;
                d2 = (da >>> 32) ^ d3 ^ k1;
                (c1, c3, d1, d3) = (cb, ca, db, da);
            }

            Write(c0, c1, c2, c3, target.Slice(2 * block, 8));
            Write(d0, d1, d2, d3, target.Slice(2 * block + 8, 8));
        }

        return blocks;

        static Vector256<ulong> Multiply(Vector256<ulong> x, Vector256<ulong> y) => Avx2.Multiply(x.AsUInt32(), y.AsUInt32());

        static void Write(Vector256<ulong> c0, Vector256<ulong> c1, Vector256<ulong> c2, Vector256<ulong> c3, Span<ulong> target)
        {
            var word = Vector256.Create((ulong)uint.MaxValue);
            var (first, second) = ((c0 & word) | (c1 << 32), (c2 & word) | (c3 << 32));
            Avx2.UnpackLow(first, second).CopyTo(target);
            Avx2.UnpackHigh(first, second).CopyTo(target[4..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // at full speed from the first call: the loop is the whole method
    internal static int Fill128(ulong key, ulong counterLow, ulong counterHigh, Span<uint> y)
    {
        var blocks = y.Length / 8 * 2;
        var target = MemoryMarshal.Cast<uint, ulong>(y);
        var (ma, mb) = (Vector128.Create((ulong)MultiplierA), Vector128.Create((ulong)MultiplierB));
        var low = Vector128.Create(0UL, 1);
        var word = Vector128.Create((ulong)uint.MaxValue);
        for (var block = 0; block < blocks; block += 2)
        {
            var c0 = Vector128.Create(counterLow + (uint)block) + low;
            var c1 = c0 >>> 32;
            var c2 = Vector128.Create(counterHigh);
            var c3 = Vector128.Create(counterHigh >> 32);
            uint k0 = (uint)key, k1 = (uint)(key >> 32);
            for (var round = 0; round < Rounds; round++, k0 += KeyStepA, k1 += KeyStepB)
            {
                var a = Multiply(c0, ma);
                var b = Multiply(c2, mb);
                c0 = (b >>> 32) ^ c1 ^ Vector128.Create((ulong)k0);
                c2 = (a >>> 32) ^ c3 ^ Vector128.Create((ulong)k1);
                (c1, c3) = (b, a);
            }

            var first = (c0 & word) | (c1 << 32);
            var second = (c2 & word) | (c3 << 32);
            Vector128.Create(first.GetElement(0), second.GetElement(0)).CopyTo(target[(2 * block)..]);
            Vector128.Create(first.GetElement(1), second.GetElement(1)).CopyTo(target[(2 * block + 2)..]);
        }

        return blocks;

        static Vector128<ulong> Multiply(Vector128<ulong> x, Vector128<ulong> y) =>
            Sse2.IsSupported ? Sse2.Multiply(x.AsUInt32(), y.AsUInt32())
            : AdvSimd.IsSupported ? AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(x), AdvSimd.ExtractNarrowingLower(y))
            : (x & Vector128.Create((ulong)uint.MaxValue)) * y;
    }
}
