using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// The two-dimensional transform of a square of real samples, for a register of channels: rows, then columns. Of the conjugate pairs one is
/// kept, so that there are as many planes as samples: the real ones first, then real and imaginary part of each complex one. A column that
/// is complex after the rows' transform is transformed as two real ones, a and b, and a + i b put together from them.
/// </summary>
internal static unsafe class SpectralTransform<TFourier, TLanes>
    where TFourier : struct, IFourier
    where TLanes : struct, ILanes<TLanes>
{
    private static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TFourier.Size;
    }

    /// <summary>How many of a transform's numbers are real.</summary>
    private static int Reals
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 - TFourier.Size % 2;
    }

    /// <param name="map">The map's first element.</param>
    /// <param name="offsets">Where each sample lies from there, Size x Size; below 0: a zero.</param>
    /// <param name="planes">Where the first plane's register goes.</param>
    /// <param name="planeStride">Elements between planes.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(float* map, nint* offsets, float* planes, nint planeStride)
    {
        var line = Size * TLanes.Count;
        var room = stackalloc float[(Size + 3) * line + Memory.Line];
        float* samples = Memory.AtLine(room), rows = samples + line, a = rows + Size * line, b = a + line;
        // The planes are many lines, each far from the last: the processor cannot foresee them, and would wait for every one.
        var ahead = planes + TLanes.Count;
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                var offset = offsets[i * Size + j];
                (offset < 0 ? default : TLanes.Load(map + offset)).Store(samples + j * TLanes.Count);
                Memory.Prefetch(map + Math.Max(offset, 0) + TLanes.Count);
                Memory.Prefetch(ahead);
                ahead += planeStride;
            }

            TFourier.Forward<TLanes>(samples, TLanes.Count, rows + i * line);
        }

        for (var v = 0; v < Reals; v++)
            TFourier.Forward<TLanes>(rows + v * TLanes.Count, line, a + v * line);
        for (var u = 0; u < Reals; u++)
            for (var v = 0; v < Reals; v++)
                Put(TLanes.Load(a + v * line + u * TLanes.Count), ref planes, planeStride);
        for (var v = 0; v < Reals; v++)
            for (var u = Reals; u < Size; u++)
                Put(TLanes.Load(a + v * line + u * TLanes.Count), ref planes, planeStride);
        for (var v = Reals; v < Size; v += 2)
        {
            TFourier.Forward<TLanes>(rows + v * TLanes.Count, line, a);
            TFourier.Forward<TLanes>(rows + (v + 1) * TLanes.Count, line, b);
            for (var u = 0; u < Reals; u++)
            {
                Put(TLanes.Load(a + u * TLanes.Count), ref planes, planeStride);
                Put(TLanes.Load(b + u * TLanes.Count), ref planes, planeStride);
            }

            for (var u = Reals; u < Size; u += 2)
            {
                TLanes ar = TLanes.Load(a + u * TLanes.Count), ai = TLanes.Load(a + (u + 1) * TLanes.Count);
                TLanes br = TLanes.Load(b + u * TLanes.Count), bi = TLanes.Load(b + (u + 1) * TLanes.Count);
                Put(TLanes.Subtract(ar, bi), ref planes, planeStride);
                Put(TLanes.Add(ai, br), ref planes, planeStride);
                Put(TLanes.Add(ar, bi), ref planes, planeStride);
                Put(TLanes.Subtract(br, ai), ref planes, planeStride);
            }
        }
    }

    /// <param name="planes">The first plane's register.</param>
    /// <param name="planeStride">Elements between planes.</param>
    /// <param name="map">The map's first element.</param>
    /// <param name="offsets">Where each sample goes from there, Size x Size; below 0: nowhere.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Inverse(float* planes, nint planeStride, float* map, nint* offsets)
    {
        var line = Size * TLanes.Count;
        var room = stackalloc float[(Size + 3) * line + Memory.Line];
        float* samples = Memory.AtLine(room), rows = samples + line, a = rows + Size * line, b = a + line;
        var ahead = planes + TLanes.Count;
        for (var i = 0; i < Size * Size; i++, ahead += planeStride)
        {
            Memory.Prefetch(ahead);
            if (offsets[i] >= 0)
                Memory.Prefetch(map + offsets[i]);
        }

        for (var u = 0; u < Reals; u++)
            for (var v = 0; v < Reals; v++)
                Take(ref planes, planeStride).Store(a + v * line + u * TLanes.Count);
        for (var v = 0; v < Reals; v++)
        {
            for (var u = Reals; u < Size; u++)
                Twice(Take(ref planes, planeStride)).Store(a + v * line + u * TLanes.Count);
            TFourier.Inverse<TLanes>(a + v * line, rows + v * TLanes.Count, line);
        }

        for (var v = Reals; v < Size; v += 2)
        {
            for (var u = 0; u < Reals; u++)
            {
                Twice(Take(ref planes, planeStride)).Store(a + u * TLanes.Count);
                Twice(Take(ref planes, planeStride)).Store(b + u * TLanes.Count);
            }

            // p is the number at u, m the one at Size - u: a has (p + conj m) / 2,
            // i b has (p - conj m) / 2, and both are wanted doubled twice.
            for (var u = Reals; u < Size; u += 2)
            {
                TLanes pr = Twice(Take(ref planes, planeStride)), pi = Twice(Take(ref planes, planeStride));
                TLanes mr = Twice(Take(ref planes, planeStride)), mi = Twice(Take(ref planes, planeStride));
                TLanes.Add(pr, mr).Store(a + u * TLanes.Count);
                TLanes.Subtract(pi, mi).Store(a + (u + 1) * TLanes.Count);
                TLanes.Add(pi, mi).Store(b + u * TLanes.Count);
                TLanes.Subtract(mr, pr).Store(b + (u + 1) * TLanes.Count);
            }

            TFourier.Inverse<TLanes>(a, rows + v * TLanes.Count, line);
            TFourier.Inverse<TLanes>(b, rows + (v + 1) * TLanes.Count, line);
        }

        var scale = TLanes.Broadcast(1f / (Size * Size));
        for (var i = 0; i < Size; i++)
        {
            TFourier.Inverse<TLanes>(rows + i * line, samples, TLanes.Count);
            for (var j = 0; j < Size; j++)
                if (offsets[i * Size + j] >= 0)
                    TLanes.Multiply(TLanes.Load(samples + j * TLanes.Count), scale).Store(map + offsets[i * Size + j]);
        }
    }

    /// <summary>Stores one plane's register and goes on to the next plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TLanes value, ref float* planes, nint planeStride)
    {
        value.Store(planes);
        planes += planeStride;
    }

    /// <summary>Loads one plane's register and goes on to the next plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Take(ref float* planes, nint planeStride)
    {
        var value = TLanes.Load(planes);
        planes += planeStride;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Twice(TLanes value) => TLanes.Add(value, value);
}
