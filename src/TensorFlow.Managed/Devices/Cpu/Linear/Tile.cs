using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>A stretch of consecutive steps of the sums of a tile: where it starts in A and in B,
/// in elements, and how many steps it has.</summary>
internal record struct Run(nint A, nint B, nint Length);

/// <summary>Where a tile's numbers lie; strides are in elements.</summary>
internal unsafe struct TileOperands
{
    /// <summary>Row r of step k lies at r <see cref="RowStride"/> + k <see cref="StepStride"/> from the start of a run.</summary>
    internal float* A;
    internal nint RowStride;
    internal nint StepStride;

    /// <summary>The columns of step k lie side by side at k <see cref="BStride"/> from the start of a run.</summary>
    internal float* B;
    internal nint BStride;

    /// <summary>The results; row r lies at r <see cref="CStride"/>.</summary>
    internal float* C;
    internal nint CStride;

    /// <summary>Memory that is wanted soon, asked for beside the sums, <see cref="AheadOfStep"/> elements a step; null for none.</summary>
    internal float* Ahead;

    internal const int AheadOfStep = 8;
}

/// <summary>
/// C[r, :] (+)= sum over the steps k of A[r, k] B[k, :] for up to 12 rows and one or two registers of columns. The sums stay in registers
/// over all steps, and every row reads A where it lies: the rows may be pictures of a batch, rows of a matrix or channels of one pixel.
/// </summary>
internal static unsafe class Tile<TLanes, TRows, TWidth>
    where TLanes : struct, ILanes<TLanes>
    where TRows : struct, IRows
    where TWidth : struct, IWidth
{
    /// <param name="runs">The steps, in the order of the sum.</param>
    /// <param name="count">How many runs there are.</param>
    /// <param name="operands">Where everything lies.</param>
    /// <param name="accumulate">Whether the sums go on from what C holds, instead of from 0.</param>
    // The conditions on TRows and TWidth are constants of each instantiation; what they rule out is not compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(Run* runs, int count, TileOperands* operands, bool accumulate)
    {
        nint s = operands->RowStride, step = operands->StepStride, stepB = operands->BStride, strideC = operands->CStride;
        TLanes c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        TLanes c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        TLanes c80 = default, c81 = default, c90 = default, c91 = default, c100 = default, c101 = default, c110 = default, c111 = default;
        if (accumulate)
        {
            var c = operands->C;
            if (TRows.Count > 0) { c00 = TLanes.Load(c); if (TWidth.IsWide) c01 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 1) { c10 = TLanes.Load(c); if (TWidth.IsWide) c11 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 2) { c20 = TLanes.Load(c); if (TWidth.IsWide) c21 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 3) { c30 = TLanes.Load(c); if (TWidth.IsWide) c31 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 4) { c40 = TLanes.Load(c); if (TWidth.IsWide) c41 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 5) { c50 = TLanes.Load(c); if (TWidth.IsWide) c51 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 6) { c60 = TLanes.Load(c); if (TWidth.IsWide) c61 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 7) { c70 = TLanes.Load(c); if (TWidth.IsWide) c71 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 8) { c80 = TLanes.Load(c); if (TWidth.IsWide) c81 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 9) { c90 = TLanes.Load(c); if (TWidth.IsWide) c91 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 10) { c100 = TLanes.Load(c); if (TWidth.IsWide) c101 = TLanes.Load(c + TLanes.Count); c += strideC; }
            if (TRows.Count > 11) { c110 = TLanes.Load(c); if (TWidth.IsWide) c111 = TLanes.Load(c + TLanes.Count); c += strideC; }
        }
        else
        {
            // The rows of C lie far apart, where no hardware foresees them, and stores to memory wait for one another: fetched now, the
            // lines are there when the sums are done.
            var c = operands->C;
            for (var row = 0; row < TRows.Count; row++)
            {
                Memory.Prefetch(c);
                if (TWidth.IsWide)
                    Memory.Prefetch(c + TLanes.Count);
                c += strideC;
            }
        }

        var ahead = operands->Ahead is null ? operands->B : operands->Ahead;
        for (var run = runs; run < runs + count; run++)
        {
            // Rows are addressed from every third one: base, base + s and base + 2 s are addresses that one instruction forms.
            float* a0 = operands->A + run->A, a3 = a0 + 3 * s, a6 = a3 + 3 * s, a9 = a6 + 3 * s;
            var b = operands->B + run->B;
            for (var k = run->Length; k > 0; k--)
            {
                if (Sse.IsSupported)
                    Sse.Prefetch1(ahead);
                ahead += TileOperands.AheadOfStep;
                TLanes b0 = TLanes.Load(b), b1 = TWidth.IsWide ? TLanes.Load(b + TLanes.Count) : default;
                if (TRows.Count > 0)
                {
                    var a = TLanes.Broadcast(a0[0]);
                    c00 = TLanes.MultiplyAdd(a, b0, c00);
                    if (TWidth.IsWide) c01 = TLanes.MultiplyAdd(a, b1, c01);
                }
                if (TRows.Count > 1)
                {
                    var a = TLanes.Broadcast(a0[s]);
                    c10 = TLanes.MultiplyAdd(a, b0, c10);
                    if (TWidth.IsWide) c11 = TLanes.MultiplyAdd(a, b1, c11);
                }
                if (TRows.Count > 2)
                {
                    var a = TLanes.Broadcast(a0[2 * s]);
                    c20 = TLanes.MultiplyAdd(a, b0, c20);
                    if (TWidth.IsWide) c21 = TLanes.MultiplyAdd(a, b1, c21);
                }
                if (TRows.Count > 3)
                {
                    var a = TLanes.Broadcast(a3[0]);
                    c30 = TLanes.MultiplyAdd(a, b0, c30);
                    if (TWidth.IsWide) c31 = TLanes.MultiplyAdd(a, b1, c31);
                }
                if (TRows.Count > 4)
                {
                    var a = TLanes.Broadcast(a3[s]);
                    c40 = TLanes.MultiplyAdd(a, b0, c40);
                    if (TWidth.IsWide) c41 = TLanes.MultiplyAdd(a, b1, c41);
                }
                if (TRows.Count > 5)
                {
                    var a = TLanes.Broadcast(a3[2 * s]);
                    c50 = TLanes.MultiplyAdd(a, b0, c50);
                    if (TWidth.IsWide) c51 = TLanes.MultiplyAdd(a, b1, c51);
                }
                if (TRows.Count > 6)
                {
                    var a = TLanes.Broadcast(a6[0]);
                    c60 = TLanes.MultiplyAdd(a, b0, c60);
                    if (TWidth.IsWide) c61 = TLanes.MultiplyAdd(a, b1, c61);
                }
                if (TRows.Count > 7)
                {
                    var a = TLanes.Broadcast(a6[s]);
                    c70 = TLanes.MultiplyAdd(a, b0, c70);
                    if (TWidth.IsWide) c71 = TLanes.MultiplyAdd(a, b1, c71);
                }
                if (TRows.Count > 8)
                {
                    var a = TLanes.Broadcast(a6[2 * s]);
                    c80 = TLanes.MultiplyAdd(a, b0, c80);
                    if (TWidth.IsWide) c81 = TLanes.MultiplyAdd(a, b1, c81);
                }
                if (TRows.Count > 9)
                {
                    var a = TLanes.Broadcast(a9[0]);
                    c90 = TLanes.MultiplyAdd(a, b0, c90);
                    if (TWidth.IsWide) c91 = TLanes.MultiplyAdd(a, b1, c91);
                }
                if (TRows.Count > 10)
                {
                    var a = TLanes.Broadcast(a9[s]);
                    c100 = TLanes.MultiplyAdd(a, b0, c100);
                    if (TWidth.IsWide) c101 = TLanes.MultiplyAdd(a, b1, c101);
                }
                if (TRows.Count > 11)
                {
                    var a = TLanes.Broadcast(a9[2 * s]);
                    c110 = TLanes.MultiplyAdd(a, b0, c110);
                    if (TWidth.IsWide) c111 = TLanes.MultiplyAdd(a, b1, c111);
                }
                a0 += step;
                a3 += step;
                a6 += step;
                a9 += step;
                b += stepB;
            }
        }

        var target = operands->C;
        if (TRows.Count > 0) { c00.Store(target); if (TWidth.IsWide) c01.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 1) { c10.Store(target); if (TWidth.IsWide) c11.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 2) { c20.Store(target); if (TWidth.IsWide) c21.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 3) { c30.Store(target); if (TWidth.IsWide) c31.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 4) { c40.Store(target); if (TWidth.IsWide) c41.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 5) { c50.Store(target); if (TWidth.IsWide) c51.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 6) { c60.Store(target); if (TWidth.IsWide) c61.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 7) { c70.Store(target); if (TWidth.IsWide) c71.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 8) { c80.Store(target); if (TWidth.IsWide) c81.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 9) { c90.Store(target); if (TWidth.IsWide) c91.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 10) { c100.Store(target); if (TWidth.IsWide) c101.Store(target + TLanes.Count); target += strideC; }
        if (TRows.Count > 11) { c110.Store(target); if (TWidth.IsWide) c111.Store(target + TLanes.Count); target += strideC; }
    }
}
