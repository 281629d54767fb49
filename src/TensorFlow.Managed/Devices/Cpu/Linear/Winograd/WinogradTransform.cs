using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>
/// Winograd's minimal filtering F(4, 3), nested for two dimensions (Lavin, Gray, "Fast algorithms for convolutional neural networks",
/// 2015): four results of three taps from six products. Samples, taps and results are polynomials; the products are their values at 0, a,
/// -a, b, -b and infinity. In matrices, with a tile d, taps g and results y, and ∘ the product element by element:
/// <c>y = Aᵀ [(G g Gᵀ) ∘ (Bᵀ d B)] A</c>, and for gradients <c>dg = Gᵀ [(Bᵀ d B) ∘ (A dy Aᵀ)] G</c>.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>Results of a tile, along one side.</summary>
    internal const int Outputs = 4;

    /// <summary>Taps, along one side.</summary>
    internal const int Taps = 3;

    /// <summary>Samples of a tile, along one side, and numbers of its transform.</summary>
    internal const int Samples = Outputs + Taps - 1;

    /// <summary>Numbers of the transform of a tile.</summary>
    internal const int Numbers = Samples * Samples;
}

/// <summary>The transforms of <see cref="WinogradTransform"/> for a register of channels; the numbers of a tile lie in planes.</summary>
internal static unsafe class WinogradTransform<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>The points a and b: of thirteen pairs that were tried, the one with the least error; 1 and 2, which many use, have three
    /// times as much. That a b is 1 saves multiplications.</summary>
    private const double PointA = 2 / 3.0, PointB = 1.5;

    private const float A = (float)PointA, A2 = (float)(PointA * PointA), A3 = (float)(PointA * PointA * PointA);
    private const float B = (float)PointB, B2 = (float)(PointB * PointB), B3 = (float)(PointB * PointB * PointB);

    /// <summary>a² + b², of the samples' transform.</summary>
    private const float Sum = (float)(PointA * PointA + PointB * PointB);

    /// <summary>What the values of taps at a and b are multiplied by: one over the derivative of x (x² - a²) (x² - b²) there, which at 0 is
    /// 1.</summary>
    private const double ScaleA = 1 / (2 * PointA * PointA * (PointA * PointA - PointB * PointB));
    private const double ScaleB = 1 / (2 * PointB * PointB * (PointB * PointB - PointA * PointA));

    private const float GA0 = (float)ScaleA, GA1 = (float)(PointA * ScaleA), GA2 = (float)(PointA * PointA * ScaleA);
    private const float GB0 = (float)ScaleB, GB1 = (float)(PointB * ScaleB), GB2 = (float)(PointB * PointB * ScaleB);

    private const int Samples = WinogradTransform.Samples, Outputs = WinogradTransform.Outputs, Taps = WinogradTransform.Taps;

    /// <summary>Bᵀ d B of a tile of samples.</summary>
    /// <param name="map">The map's first element.</param>
    /// <param name="offsets">Where each sample lies from there, 6 x 6; below 0: a zero.</param>
    /// <param name="planes">Where the first plane's register goes.</param>
    /// <param name="planeStride">Elements between planes.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OfSamples(float* map, nint* offsets, float* planes, nint planeStride)
    {
        var room = stackalloc float[Samples * Samples * TLanes.Count + Memory.Line];
        var half = Memory.AtLine(room);
        for (var j = 0; j < Samples; j++)
        {
            OfSamples(
                Load(map, offsets[j]), Load(map, offsets[Samples + j]), Load(map, offsets[2 * Samples + j]),
                Load(map, offsets[3 * Samples + j]), Load(map, offsets[4 * Samples + j]), Load(map, offsets[5 * Samples + j]),
                half + j * TLanes.Count, Samples * TLanes.Count);
        }

        for (var i = 0; i < Samples; i++, half += Samples * TLanes.Count, planes += Samples * planeStride)
            OfSamples(
                TLanes.Load(half), TLanes.Load(half + TLanes.Count), TLanes.Load(half + 2 * TLanes.Count),
                TLanes.Load(half + 3 * TLanes.Count), TLanes.Load(half + 4 * TLanes.Count), TLanes.Load(half + 5 * TLanes.Count),
                planes, planeStride);
    }

    /// <summary>A dy Aᵀ of a tile of results' gradients.</summary>
    /// <param name="map">The map's first element.</param>
    /// <param name="offsets">Where each lies from there, 4 x 4; below 0: a zero.</param>
    /// <param name="planes">Where the first plane's register goes.</param>
    /// <param name="planeStride">Elements between planes.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OfGradients(float* map, nint* offsets, float* planes, nint planeStride)
    {
        var room = stackalloc float[Samples * Outputs * TLanes.Count + Memory.Line];
        var half = Memory.AtLine(room);
        for (var j = 0; j < Outputs; j++)
            OfGradients(
                Load(map, offsets[j]), Load(map, offsets[Outputs + j]), Load(map, offsets[2 * Outputs + j]),
                Load(map, offsets[3 * Outputs + j]), half + j * TLanes.Count, Outputs * TLanes.Count);
        for (var i = 0; i < Samples; i++, half += Outputs * TLanes.Count, planes += Samples * planeStride)
            OfGradients(
                TLanes.Load(half), TLanes.Load(half + TLanes.Count), TLanes.Load(half + 2 * TLanes.Count),
                TLanes.Load(half + 3 * TLanes.Count), planes, planeStride);
    }

    /// <summary>Aᵀ M A of a tile of products.</summary>
    /// <param name="planes">The first plane's register.</param>
    /// <param name="planeStride">Elements between planes.</param>
    /// <param name="map">The map's first element.</param>
    /// <param name="offsets">Where each result goes from there, 4 x 4; below 0: nowhere.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ToResults(float* planes, nint planeStride, float* map, nint* offsets)
    {
        var room = stackalloc float[Outputs * Samples * TLanes.Count + Memory.Line];
        var half = Memory.AtLine(room);
        for (var j = 0; j < Samples; j++, planes += planeStride)
        {
            ToResults(
                TLanes.Load(planes), TLanes.Load(planes + Samples * planeStride), TLanes.Load(planes + 2 * Samples * planeStride),
                TLanes.Load(planes + 3 * Samples * planeStride), TLanes.Load(planes + 4 * Samples * planeStride),
                TLanes.Load(planes + 5 * Samples * planeStride), out var r0, out var r1, out var r2, out var r3);
            r0.Store(half + j * TLanes.Count);
            r1.Store(half + (Samples + j) * TLanes.Count);
            r2.Store(half + (2 * Samples + j) * TLanes.Count);
            r3.Store(half + (3 * Samples + j) * TLanes.Count);
        }

        for (var i = 0; i < Outputs; i++, half += Samples * TLanes.Count, offsets += Outputs)
        {
            ToResults(
                TLanes.Load(half), TLanes.Load(half + TLanes.Count), TLanes.Load(half + 2 * TLanes.Count),
                TLanes.Load(half + 3 * TLanes.Count), TLanes.Load(half + 4 * TLanes.Count), TLanes.Load(half + 5 * TLanes.Count),
                out var r0, out var r1, out var r2, out var r3);
            Store(r0, map, offsets[0]);
            Store(r1, map, offsets[1]);
            Store(r2, map, offsets[2]);
            Store(r3, map, offsets[3]);
        }
    }

    /// <summary>G g Gᵀ of the taps of a phase.</summary>
    /// <param name="kernel">The first element of the kernel's channels.</param>
    /// <param name="offsets">Where each tap lies from there, 3 x 3; below 0: there is none.</param>
    /// <param name="planes">Where the transform goes.</param>
    /// <param name="places">Where each of its numbers lies from there; below 0: it is 0 and not wanted.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OfTaps(float* kernel, nint* offsets, float* planes, nint* places)
    {
        var room = stackalloc float[Samples * (Taps + 1) * TLanes.Count + Memory.Line];
        var half = Memory.AtLine(room);
        var row = half + Samples * Taps * TLanes.Count;
        for (var j = 0; j < Taps; j++)
            OfTaps(
                Load(kernel, offsets[j]), Load(kernel, offsets[Taps + j]), Load(kernel, offsets[2 * Taps + j]), half + j * TLanes.Count,
                Taps * TLanes.Count);
        for (var i = 0; i < Samples; i++, half += Taps * TLanes.Count, places += Samples)
        {
            OfTaps(TLanes.Load(half), TLanes.Load(half + TLanes.Count), TLanes.Load(half + 2 * TLanes.Count), row, TLanes.Count);
            for (var j = 0; j < Samples; j++)
                Store(TLanes.Load(row + j * TLanes.Count), planes, places[j]);
        }
    }

    /// <summary>Gᵀ S G: the gradient of the taps of a phase.</summary>
    /// <param name="planes">Where the numbers are.</param>
    /// <param name="places">Where each lies from there; below 0: none of the taps has a part in it.</param>
    /// <param name="kernel">The first element of the kernel's channels.</param>
    /// <param name="offsets">Where each tap goes from there, 3 x 3; below 0: there is none.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ToTaps(float* planes, nint* places, float* kernel, nint* offsets)
    {
        var room = stackalloc float[Taps * Samples * TLanes.Count + Memory.Line];
        var half = Memory.AtLine(room);
        for (var j = 0; j < Samples; j++)
        {
            ToTaps(
                Load(planes, places[j]), Load(planes, places[Samples + j]), Load(planes, places[2 * Samples + j]),
                Load(planes, places[3 * Samples + j]), Load(planes, places[4 * Samples + j]), Load(planes, places[5 * Samples + j]),
                out var g0, out var g1, out var g2);
            g0.Store(half + j * TLanes.Count);
            g1.Store(half + (Samples + j) * TLanes.Count);
            g2.Store(half + (2 * Samples + j) * TLanes.Count);
        }

        for (var i = 0; i < Taps; i++, half += Samples * TLanes.Count, offsets += Taps)
        {
            ToTaps(
                TLanes.Load(half), TLanes.Load(half + TLanes.Count), TLanes.Load(half + 2 * TLanes.Count),
                TLanes.Load(half + 3 * TLanes.Count), TLanes.Load(half + 4 * TLanes.Count), TLanes.Load(half + 5 * TLanes.Count),
                out var g0, out var g1, out var g2);
            Store(g0, kernel, offsets[0]);
            Store(g1, kernel, offsets[1]);
            Store(g2, kernel, offsets[2]);
        }
    }

    /// <summary>Bᵀ d: six samples to their values at the points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OfSamples(TLanes d0, TLanes d1, TLanes d2, TLanes d3, TLanes d4, TLanes d5, float* target, nint stride)
    {
        TLanes minusSum = TLanes.Broadcast(-Sum), minusA2 = TLanes.Broadcast(-A2), minusB2 = TLanes.Broadcast(-B2);
        TLanes.Add(d0, TLanes.MultiplyAdd(d2, minusSum, d4)).Store(target);
        target += stride;
        TLanes even = TLanes.MultiplyAdd(d2, minusB2, d4), odd = TLanes.MultiplyAdd(d1, minusB2, d3);
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(A), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(-A), even).Store(target);
        target += stride;
        even = TLanes.MultiplyAdd(d2, minusA2, d4);
        odd = TLanes.MultiplyAdd(d1, minusA2, d3);
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(B), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(-B), even).Store(target);
        target += stride;
        TLanes.Add(d1, TLanes.MultiplyAdd(d3, minusSum, d5)).Store(target);
    }

    /// <summary>A e: the values at the points of four gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OfGradients(TLanes e0, TLanes e1, TLanes e2, TLanes e3, float* target, nint stride)
    {
        e0.Store(target);
        target += stride;
        TLanes a2 = TLanes.Broadcast(A2), b2 = TLanes.Broadcast(B2);
        TLanes even = TLanes.MultiplyAdd(e2, a2, e0), odd = TLanes.MultiplyAdd(e3, a2, e1);
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(A), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(-A), even).Store(target);
        target += stride;
        even = TLanes.MultiplyAdd(e2, b2, e0);
        odd = TLanes.MultiplyAdd(e3, b2, e1);
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(B), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(odd, TLanes.Broadcast(-B), even).Store(target);
        target += stride;
        e3.Store(target);
    }

    /// <summary>Aᵀ m: four results of six products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToResults(TLanes m0, TLanes m1, TLanes m2, TLanes m3, TLanes m4, TLanes m5,
        out TLanes r0, out TLanes r1, out TLanes r2, out TLanes r3)
    {
        TLanes sumA = TLanes.Add(m1, m2), sumB = TLanes.Add(m3, m4);
        TLanes differenceA = TLanes.Subtract(m1, m2), differenceB = TLanes.Subtract(m3, m4);
        r0 = TLanes.Add(m0, TLanes.Add(sumA, sumB));
        r1 = TLanes.MultiplyAdd(differenceB, TLanes.Broadcast(B), TLanes.Multiply(differenceA, TLanes.Broadcast(A)));
        r2 = TLanes.MultiplyAdd(sumB, TLanes.Broadcast(B2), TLanes.Multiply(sumA, TLanes.Broadcast(A2)));
        r3 = TLanes.MultiplyAdd(differenceB, TLanes.Broadcast(B3), TLanes.MultiplyAdd(differenceA, TLanes.Broadcast(A3), m5));
    }

    /// <summary>G g: the values of three taps at the points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OfTaps(TLanes g0, TLanes g1, TLanes g2, float* target, nint stride)
    {
        g0.Store(target);
        target += stride;
        TLanes even = TLanes.MultiplyAdd(g2, TLanes.Broadcast(GA2), TLanes.Multiply(g0, TLanes.Broadcast(GA0)));
        TLanes.MultiplyAdd(g1, TLanes.Broadcast(GA1), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(g1, TLanes.Broadcast(-GA1), even).Store(target);
        target += stride;
        even = TLanes.MultiplyAdd(g2, TLanes.Broadcast(GB2), TLanes.Multiply(g0, TLanes.Broadcast(GB0)));
        TLanes.MultiplyAdd(g1, TLanes.Broadcast(GB1), even).Store(target);
        target += stride;
        TLanes.MultiplyAdd(g1, TLanes.Broadcast(-GB1), even).Store(target);
        target += stride;
        g2.Store(target);
    }

    /// <summary>Gᵀ s: the gradients of three taps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToTaps(TLanes s0, TLanes s1, TLanes s2, TLanes s3, TLanes s4, TLanes s5,
        out TLanes g0, out TLanes g1, out TLanes g2)
    {
        TLanes sumA = TLanes.Add(s1, s2), sumB = TLanes.Add(s3, s4);
        TLanes differenceA = TLanes.Subtract(s1, s2), differenceB = TLanes.Subtract(s3, s4);
        g0 = TLanes.MultiplyAdd(sumB, TLanes.Broadcast(GB0), TLanes.MultiplyAdd(sumA, TLanes.Broadcast(GA0), s0));
        g1 = TLanes.MultiplyAdd(differenceB, TLanes.Broadcast(GB1), TLanes.Multiply(differenceA, TLanes.Broadcast(GA1)));
        g2 = TLanes.MultiplyAdd(sumB, TLanes.Broadcast(GB2), TLanes.MultiplyAdd(sumA, TLanes.Broadcast(GA2), s5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Load(float* from, nint offset) => offset < 0 ? default : TLanes.Load(from + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes value, float* to, nint offset)
    {
        if (offset >= 0)
            value.Store(to + offset);
    }
}
