using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// Nine samples. Those j and 9 - j apart from the first share their cosines, and their sines up to the sign, so sums and differences of
/// such pairs go through a matrix of four cosines and one of four sines.
/// </summary>
internal readonly unsafe struct Fourier9 : IFourier
{
    /// <summary>cos(2 pi j / 9), j = 1, 2, 4; that of j = 3 is -1/2.</summary>
    private const float Cos1 = 0.76604444311897804f, Cos2 = 0.17364817766693035f, Cos3 = -0.5f, Cos4 = -0.93969262078590838f;

    /// <summary>sin(2 pi j / 9), j = 1 to 4.</summary>
    private const float Sin1 = 0.64278760968653933f, Sin2 = 0.98480775301220806f, Sin3 = 0.86602540378443865f, Sin4 = 0.34202014332566873f;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 9;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<TLanes>(float* x, nint stride, float* y) where TLanes : struct, ILanes<TLanes>
    {
        var x0 = TLanes.Load(x);
        TLanes x1 = TLanes.Load(x + stride), x8 = TLanes.Load(x + 8 * stride), x2 = TLanes.Load(x + 2 * stride),
            x7 = TLanes.Load(x + 7 * stride);
        TLanes x3 = TLanes.Load(x + 3 * stride), x6 = TLanes.Load(x + 6 * stride), x4 = TLanes.Load(x + 4 * stride),
            x5 = TLanes.Load(x + 5 * stride);
        TLanes a = TLanes.Add(x1, x8), b = TLanes.Add(x2, x7), c = TLanes.Add(x3, x6), d = TLanes.Add(x4, x5);
        TLanes.Add(x0, TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d))).Store(y);
        Cosines(x0, a, b, c, d, out var r1, out var r2, out var r3, out var r4);
        r1.Store(y + TLanes.Count);
        r2.Store(y + 3 * TLanes.Count);
        r3.Store(y + 5 * TLanes.Count);
        r4.Store(y + 7 * TLanes.Count);
        // Second minus first: the exponent's sign.
        Sines(TLanes.Subtract(x8, x1), TLanes.Subtract(x7, x2), TLanes.Subtract(x6, x3), TLanes.Subtract(x5, x4), out r1, out r2, out r3,
            out r4);
        r1.Store(y + 2 * TLanes.Count);
        r2.Store(y + 4 * TLanes.Count);
        r3.Store(y + 6 * TLanes.Count);
        r4.Store(y + 8 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<TLanes>(float* x, float* y, nint stride) where TLanes : struct, ILanes<TLanes>
    {
        var x0 = TLanes.Load(x);
        TLanes a = TLanes.Load(x + TLanes.Count), b = TLanes.Load(x + 3 * TLanes.Count);
        TLanes c = TLanes.Load(x + 5 * TLanes.Count), d = TLanes.Load(x + 7 * TLanes.Count);
        TLanes.Add(x0, TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d))).Store(y);
        Cosines(x0, a, b, c, d, out var c1, out var c2, out var c3, out var c4);
        Sines(
            TLanes.Load(x + 2 * TLanes.Count), TLanes.Load(x + 4 * TLanes.Count), TLanes.Load(x + 6 * TLanes.Count),
            TLanes.Load(x + 8 * TLanes.Count),
            out var s1, out var s2, out var s3, out var s4);
        TLanes.Subtract(c1, s1).Store(y + stride);
        TLanes.Add(c1, s1).Store(y + 8 * stride);
        TLanes.Subtract(c2, s2).Store(y + 2 * stride);
        TLanes.Add(c2, s2).Store(y + 7 * stride);
        TLanes.Subtract(c3, s3).Store(y + 3 * stride);
        TLanes.Add(c3, s3).Store(y + 6 * stride);
        TLanes.Subtract(c4, s4).Store(y + 4 * stride);
        TLanes.Add(c4, s4).Store(y + 5 * stride);
    }

    /// <summary>x0 + a cos(2 pi k / 9) + b cos(4 pi k / 9) + c cos(6 pi k / 9) + d cos(8 pi k / 9) for k = 1 to 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cosines<TLanes>(
        TLanes x0, TLanes a, TLanes b, TLanes c, TLanes d, out TLanes k1, out TLanes k2, out TLanes k3, out TLanes k4)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes cos1 = TLanes.Broadcast(Cos1), cos2 = TLanes.Broadcast(Cos2), cos3 = TLanes.Broadcast(Cos3), cos4 = TLanes.Broadcast(Cos4);
        var half = TLanes.MultiplyAdd(c, cos3, x0);
        k1 = TLanes.MultiplyAdd(d, cos4, TLanes.MultiplyAdd(b, cos2, TLanes.MultiplyAdd(a, cos1, half)));
        k2 = TLanes.MultiplyAdd(d, cos1, TLanes.MultiplyAdd(b, cos4, TLanes.MultiplyAdd(a, cos2, half)));
        k3 = TLanes.MultiplyAdd(TLanes.Add(TLanes.Add(a, b), d), cos3, TLanes.Add(x0, c));
        k4 = TLanes.MultiplyAdd(d, cos2, TLanes.MultiplyAdd(b, cos1, TLanes.MultiplyAdd(a, cos4, half)));
    }

    /// <summary>a sin(2 pi k / 9) + b sin(4 pi k / 9) + c sin(6 pi k / 9) + d sin(8 pi k / 9) for k = 1 to 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sines<TLanes>(
        TLanes a, TLanes b, TLanes c, TLanes d, out TLanes k1, out TLanes k2, out TLanes k3, out TLanes k4)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sin1 = TLanes.Broadcast(Sin1), sin2 = TLanes.Broadcast(Sin2), sin3 = TLanes.Broadcast(Sin3), sin4 = TLanes.Broadcast(Sin4);
        TLanes minusSin1 = TLanes.Broadcast(-Sin1), minusSin2 = TLanes.Broadcast(-Sin2);
        TLanes plus = TLanes.Multiply(c, sin3), minus = TLanes.Subtract(default, plus);
        k1 = TLanes.MultiplyAdd(d, sin4, TLanes.MultiplyAdd(b, sin2, TLanes.MultiplyAdd(a, sin1, plus)));
        k2 = TLanes.MultiplyAdd(d, minusSin1, TLanes.MultiplyAdd(b, sin4, TLanes.MultiplyAdd(a, sin2, minus)));
        k3 = TLanes.Multiply(TLanes.Add(TLanes.Subtract(a, b), d), sin3);
        k4 = TLanes.MultiplyAdd(d, minusSin2, TLanes.MultiplyAdd(b, minusSin1, TLanes.MultiplyAdd(a, sin4, plus)));
    }
}
