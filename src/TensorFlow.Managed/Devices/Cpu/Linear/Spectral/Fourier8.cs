using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>Eight samples: sums and differences, and one factor, the square root of a half.</summary>
internal readonly unsafe struct Fourier8 : IFourier
{
    private const float RootOfHalf = 0.70710678118654752f;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TLanes>(float* x, nint stride, float* y) where TLanes : struct, ILanes<TLanes>
    {
        TLanes x0 = TLanes.Load(x), x1 = TLanes.Load(x + stride), x2 = TLanes.Load(x + 2 * stride), x3 = TLanes.Load(x + 3 * stride);
        x += 4 * stride;
        TLanes x4 = TLanes.Load(x), x5 = TLanes.Load(x + stride), x6 = TLanes.Load(x + 2 * stride), x7 = TLanes.Load(x + 3 * stride);
        TLanes s0 = TLanes.Add(x0, x4), s1 = TLanes.Add(x1, x5), s2 = TLanes.Add(x2, x6), s3 = TLanes.Add(x3, x7);
        TLanes d0 = TLanes.Subtract(x0, x4), d1 = TLanes.Subtract(x1, x5), d2 = TLanes.Subtract(x2, x6), d3 = TLanes.Subtract(x3, x7);
        TLanes even = TLanes.Add(s0, s2), odd = TLanes.Add(s1, s3);
        TLanes.Add(even, odd).Store(y);
        TLanes.Subtract(even, odd).Store(y + TLanes.Count);

        TLanes root = TLanes.Broadcast(RootOfHalf), minusRoot = TLanes.Broadcast(-RootOfHalf);
        TLanes difference = TLanes.Subtract(d1, d3), sum = TLanes.Add(d1, d3);
        TLanes.MultiplyAdd(difference, root, d0).Store(y + 2 * TLanes.Count);
        TLanes.MultiplyAdd(sum, minusRoot, TLanes.Subtract(default, d2)).Store(y + 3 * TLanes.Count);
        TLanes.Subtract(s0, s2).Store(y + 4 * TLanes.Count);
        TLanes.Subtract(s3, s1).Store(y + 5 * TLanes.Count);
        TLanes.MultiplyAdd(difference, minusRoot, d0).Store(y + 6 * TLanes.Count);
        TLanes.MultiplyAdd(sum, minusRoot, d2).Store(y + 7 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<TLanes>(float* x, float* y, nint stride) where TLanes : struct, ILanes<TLanes>
    {
        TLanes x0 = TLanes.Load(x), x4 = TLanes.Load(x + TLanes.Count);
        TLanes r1 = TLanes.Load(x + 2 * TLanes.Count), i1 = TLanes.Load(x + 3 * TLanes.Count);
        TLanes r2 = TLanes.Load(x + 4 * TLanes.Count), i2 = TLanes.Load(x + 5 * TLanes.Count);
        TLanes r3 = TLanes.Load(x + 6 * TLanes.Count), i3 = TLanes.Load(x + 7 * TLanes.Count);
        TLanes sum = TLanes.Add(x0, x4), difference = TLanes.Subtract(x0, x4);

        TLanes even = TLanes.Add(sum, r2), odd = TLanes.Add(r1, r3);
        TLanes.Add(even, odd).Store(y);
        TLanes.Subtract(even, odd).Store(y + 4 * stride);
        TLanes even2 = TLanes.Subtract(sum, r2), odd2 = TLanes.Subtract(i3, i1);
        TLanes.Add(even2, odd2).Store(y + 2 * stride);
        TLanes.Subtract(even2, odd2).Store(y + 6 * stride);

        TLanes root = TLanes.Broadcast(RootOfHalf), minusRoot = TLanes.Broadcast(-RootOfHalf);
        TLanes cosines = TLanes.Subtract(r1, r3), sines = TLanes.Add(i1, i3);
        TLanes down = TLanes.Subtract(difference, i2), up = TLanes.Add(difference, i2);
        TLanes a = TLanes.Subtract(cosines, sines), b = TLanes.Add(cosines, sines);
        TLanes.MultiplyAdd(a, root, down).Store(y + stride);
        TLanes.MultiplyAdd(a, minusRoot, down).Store(y + 5 * stride);
        TLanes.MultiplyAdd(b, minusRoot, up).Store(y + 3 * stride);
        TLanes.MultiplyAdd(b, root, up).Store(y + 7 * stride);
    }
}
