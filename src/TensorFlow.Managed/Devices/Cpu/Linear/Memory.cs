using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Small moves of memory that the kernels make between their products.</summary>
internal static unsafe class Memory
{
    /// <summary>Elements of a cache line.</summary>
    internal const int Line = LineBytes / sizeof(float);

    private const int LineBytes = 64;

    /// <summary>Has the cache line of an address fetched, where the processor takes such hints; harmless at any address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Prefetch(float* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(address);
    }

    /// <summary>The first cache line from an address on: the stack's memory lies anywhere, and a wide register that is stored across two
    /// lines takes twice as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* AtLine(float* address) => (float*)(((nint)address + LineBytes - 1) & -LineBytes);

    /// <summary>Copies a few elements: the call of a general copy takes longer than they do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy(float* source, float* target, int length)
    {
        if (length is >= 4 and <= 8)
        {
            var last = Vector128.Load(source + length - 4);
            Vector128.Load(source).Store(target);
            last.Store(target + length - 4);
            return;
        }

        if (length is > 8 and <= 16)
        {
            var last = Vector256.Load(source + length - 8);
            Vector256.Load(source).Store(target);
            last.Store(target + length - 8);
            return;
        }

        if (length is > 16 and <= 32)
        {
            var last = Vector512.Load(source + length - 16);
            Vector512.Load(source).Store(target);
            last.Store(target + length - 16);
            return;
        }

        new ReadOnlySpan<float>(source, length).CopyTo(new Span<float>(target, length));
    }

    /// <summary>target[c, r] = source[r, c] for 4 rows and 4 columns.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="sourceStride">Elements between rows of the source.</param>
    /// <param name="target">Where the first element goes.</param>
    /// <param name="targetStride">Elements between rows of the target.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose4(float* source, nint sourceStride, float* target, nint targetStride)
    {
        StoreColumns(
            Vector128.Load(source), Vector128.Load(source + sourceStride), Vector128.Load(source + 2 * sourceStride),
            Vector128.Load(source + 3 * sourceStride), target, targetStride);
    }

    /// <summary>target[c, r] = the element c of row r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreColumns(
        Vector128<float> row0, Vector128<float> row1, Vector128<float> row2, Vector128<float> row3, float* target, nint stride)
    {
        if (!Sse.IsSupported)
        {
            for (var c = 0; c < 4; c++)
                Vector128.Create(row0[c], row1[c], row2[c], row3[c]).Store(target + c * stride);
            return;
        }

        Vector128<float> low01 = Sse.UnpackLow(row0, row1), low23 = Sse.UnpackLow(row2, row3);
        Vector128<float> high01 = Sse.UnpackHigh(row0, row1), high23 = Sse.UnpackHigh(row2, row3);
        Sse.MoveLowToHigh(low01, low23).Store(target);
        Sse.MoveHighToLow(low23, low01).Store(target + stride);
        Sse.MoveLowToHigh(high01, high23).Store(target + 2 * stride);
        Sse.MoveHighToLow(high23, high01).Store(target + 3 * stride);
    }
}
