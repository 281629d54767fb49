using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Philox 4x32-10, a random generator without a state: a function of a 64-bit key and a 128-bit counter that gives 128 bits.
/// Source: J. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011; the order of words is TensorFlow's.
/// </summary>
internal static partial class Philox
{
    internal const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    internal const uint KeyStepA = 0x9E3779B9, KeyStepB = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>Writes consecutive blocks of a variant that takes whole vectors; the rest is left to the next one.</summary>
    /// <returns>How many blocks were written.</returns>
    internal delegate int BlockFill(ulong key, ulong counterLow, ulong counterHigh, Span<uint> y);

    /// <summary>Fills with random bits: the block at <paramref name="counter"/> first, then those that follow.</summary>
    /// <param name="key">Chooses the stream.</param>
    /// <param name="counter">The first number's place in the stream, in blocks of four.</param>
    /// <param name="y">Any length; a last block that does not fit is cut.</param>
    internal static void Bits(ulong key, UInt128 counter, Span<uint> y)
    {
        // Best first, each leaves the rest to the next. The vectors count in 64 bits: a carry beyond them is left to the plain loop.
        if ((ulong)counter <= ulong.MaxValue - (ulong)y.Length)
        {
            if (Avx512F.IsSupported)
                Advance(Fill512, ref counter, ref y);
            if (Avx2.IsSupported)
                Advance(Fill256, ref counter, ref y);
            Advance(Fill128, ref counter, ref y);
        }

        Reference(key, counter, y);

        void Advance(BlockFill fill, ref UInt128 counter, ref Span<uint> y)
        {
            var blocks = fill(key, (ulong)counter, (ulong)(counter >> 64), y);
            counter += (uint)blocks;
            y = y[(4 * blocks)..];
        }
    }

    /// <summary>The plain loop that the vectors are held against.</summary>
    internal static void Reference(ulong key, UInt128 counter, Span<uint> y)
    {
        Span<uint> last = stackalloc uint[4];
        for (; y.Length >= 4; y = y[4..], counter++)
            Block(key, counter, y);
        if (y.Length == 0)
            return;
        Block(key, counter, last);
        last[..y.Length].CopyTo(y);
    }

    /// <summary>The four numbers at one place of a stream.</summary>
    internal static void Block(ulong key, UInt128 counter, Span<uint> y)
    {
        var (low, high) = ((ulong)counter, (ulong)(counter >> 64));
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var a = (ulong)MultiplierA * c0;
            var b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            k0 += KeyStepA;
            k1 += KeyStepB;
        }

        (y[0], y[1], y[2], y[3]) = (c0, c1, c2, c3);
    }

    /// <summary>A key for another stream, which has nothing to do with this one: the block at a place that no draw reaches.</summary>
    internal static ulong DeriveKey(ulong key, ulong stream)
    {
        Span<uint> block = stackalloc uint[4];
        Block(key, new UInt128(ulong.MaxValue, stream), block);
        return MemoryMarshal.Cast<uint, ulong>(block)[0];
    }
}
