using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>Six samples: those of even numbers are a transform of the sums of samples three apart, those of odd ones of the
/// differences.</summary>
internal readonly unsafe struct Fourier6 : IFourier
{
    /// <summary>sin(pi / 3); cos(pi / 3) is a half.</summary>
    private const float Sine = 0.86602540378443865f;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 6;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TLanes>(float* x, nint stride, float* y) where TLanes : struct, ILanes<TLanes>
    {
        TLanes x0 = TLanes.Load(x), x1 = TLanes.Load(x + stride), x2 = TLanes.Load(x + 2 * stride);
        x += 3 * stride;
        TLanes x3 = TLanes.Load(x), x4 = TLanes.Load(x + stride), x5 = TLanes.Load(x + 2 * stride);
        TLanes s0 = TLanes.Add(x0, x3), s1 = TLanes.Add(x1, x4), s2 = TLanes.Add(x2, x5);
        TLanes d0 = TLanes.Subtract(x0, x3), d1 = TLanes.Subtract(x1, x4), d2 = TLanes.Subtract(x2, x5);
        TLanes half = TLanes.Broadcast(0.5f), minusHalf = TLanes.Broadcast(-0.5f);
        TLanes sine = TLanes.Broadcast(Sine), minusSine = TLanes.Broadcast(-Sine);
        TLanes sum = TLanes.Add(s1, s2), difference = TLanes.Subtract(d1, d2);
        TLanes.Add(s0, sum).Store(y);
        TLanes.Subtract(d0, difference).Store(y + TLanes.Count);
        TLanes.MultiplyAdd(difference, half, d0).Store(y + 2 * TLanes.Count);
        TLanes.Multiply(TLanes.Add(d1, d2), minusSine).Store(y + 3 * TLanes.Count);
        TLanes.MultiplyAdd(sum, minusHalf, s0).Store(y + 4 * TLanes.Count);
        TLanes.Multiply(TLanes.Subtract(s2, s1), sine).Store(y + 5 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<TLanes>(float* x, float* y, nint stride) where TLanes : struct, ILanes<TLanes>
    {
        TLanes x0 = TLanes.Load(x), x3 = TLanes.Load(x + TLanes.Count);
        TLanes r1 = TLanes.Load(x + 2 * TLanes.Count), i1 = TLanes.Load(x + 3 * TLanes.Count);
        TLanes r2 = TLanes.Load(x + 4 * TLanes.Count), i2 = TLanes.Load(x + 5 * TLanes.Count);
        TLanes even = TLanes.Add(x0, x3), odd = TLanes.Subtract(x0, x3);
        TLanes sum = TLanes.Add(r1, r2), difference = TLanes.Subtract(r1, r2);
        TLanes.Add(even, sum).Store(y);
        TLanes.Subtract(odd, difference).Store(y + 3 * stride);
        even = TLanes.MultiplyAdd(sum, TLanes.Broadcast(-0.5f), even);
        odd = TLanes.MultiplyAdd(difference, TLanes.Broadcast(0.5f), odd);
        TLanes sine = TLanes.Broadcast(Sine), minusSine = TLanes.Broadcast(-Sine);
        TLanes plus = TLanes.Add(i1, i2), minus = TLanes.Subtract(i1, i2);
        TLanes.MultiplyAdd(plus, minusSine, odd).Store(y + stride);
        TLanes.MultiplyAdd(minus, minusSine, even).Store(y + 2 * stride);
        TLanes.MultiplyAdd(minus, sine, even).Store(y + 4 * stride);
        TLanes.MultiplyAdd(plus, sine, odd).Store(y + 5 * stride);
    }
}
