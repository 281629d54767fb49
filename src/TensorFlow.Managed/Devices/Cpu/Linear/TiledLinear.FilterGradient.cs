using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// The gradient to the kernel: a tile's rows are channels of x, its columns channels of dy, its steps the places of a group of pictures.
/// For each column of the kernel, the columns of x and dy that meet there are laid out side by side, so that a tap's steps in a picture
/// are one run.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Tiles of channels of x in a piece of work.</summary>
    private const int TilesOfChannels = 6;

    /// <summary>Elements of dy that the tiles of a piece go through one after the other while they are in the nearest cache.</summary>
    private const int NearBlock = 6144;

    internal override long FilterGradientScratch(ConvolutionShape s) =>
        s.HasFewInputChannels ? PatchScratch(s) : Math.Min(s.N, s.PicturesInGroup) * (ColumnsOfX(s, s.OutputW) + ColumnsOfDy(s, s.OutputW));

    internal override void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch)
    {
        if (s.N == 0)
            new Span<float>(dkernel, checked((int)s.KernelLength)).Clear();
        else if (s.HasFewInputChannels)
            MultiplyPatches(x, dy, dkernel, s, scratch);
        else
            for (var group = 0; group < s.N; group += s.PicturesInGroup)
                for (var kw = 0; kw < s.KernelW; kw++)
                    AddGroup(
                        x + group * s.InputLength, dy + group * s.OutputLength, dkernel, s, kw, Math.Min(s.N - group, s.PicturesInGroup), scratch,
                        isFirst: group == 0);
    }

    /// <summary>Elements of a picture's columns of x: [tile of channels][row][column][channel], rows that a stride apart side by side.</summary>
    private nint ColumnsOfX(ConvolutionShape s, int width) => (nint)s.H * width * Pieces(s.InputChannels, tile.Rows) * tile.Rows;

    /// <summary>Elements of a picture's columns of dy: [panel of channels][row][column][channel].</summary>
    private nint ColumnsOfDy(ConvolutionShape s, int width) => (nint)s.OutputH * width * Pieces(s.OutputChannels, tile.Columns) * tile.Columns;

    /// <summary>Adds the sums over one group of pictures to the gradient at one column of the kernel.</summary>
    private void AddGroup(float* x, float* dy, float* dkernel, ConvolutionShape s, int kw, int pictures, float* scratch, bool isFirst)
    {
        var panels = Pieces(s.OutputChannels, tile.Columns);
        var parts = Pieces(Pieces(s.InputChannels, tile.Rows), TilesOfChannels);
        var (firstW, endW) = Inside(s.W, s.OutputW, s.StrideW, kw * s.DilationW - s.PaddingLeft);
        var width = Math.Max(0, endW - firstW);
        var columnsOfDy = scratch + pictures * ColumnsOfX(s, width);
        Work.Run(pictures, n =>
        {
            LayOutColumns(x + n * s.InputLength, s, firstW * s.StrideW + kw * s.DilationW - s.PaddingLeft, width, scratch, n, pictures);
            var panelLength = (nint)s.OutputH * width * tile.Columns;
            for (var panel = 0; panel < panels; panel++)
                for (var oh = 0; oh < s.OutputH; oh++)
                    PackPanel(
                        dy + n * s.OutputLength + ((nint)oh * s.OutputW + firstW) * s.OutputChannels + panel * tile.Columns, s.OutputChannels, 1, width,
                        Math.Min(tile.Columns, s.OutputChannels - panel * tile.Columns),
                        columnsOfDy + (panel * (nint)pictures + n) * panelLength + (nint)oh * width * tile.Columns);
        });
        Work.Run(checked(panels * s.KernelH * parts), i =>
        {
            var (panel, rest) = Math.DivRem(i, s.KernelH * parts);
            var (kh, part) = Math.DivRem(rest, parts);
            MultiplyGroup(
                s, scratch, columnsOfDy + panel * (nint)pictures * s.OutputH * width * tile.Columns, pictures, width, dkernel,
                kh, kw, part * TilesOfChannels, panel * tile.Columns, isFirst);
        });
    }

    /// <summary>Lays out some columns of one of the pictures of x, a stride apart, for all tiles of channels.</summary>
    private void LayOutColumns(float* x, ConvolutionShape s, int firstW, int width, float* target, int n, int pictures)
    {
        int channels = s.InputChannels, rows = tile.Rows;
        nint step = (nint)s.StrideW * channels, tileLength = (nint)pictures * s.H * width * rows;
        for (var h = 0; h < s.H; h++)
        {
            var source = x + ((nint)h * s.W + firstW) * channels;
            var row = target + ((nint)n * s.H + RowByStride(s, h)) * width * rows;
            for (var i = 0; i < width; i++, source += step, row += rows)
            {
                var place = row;
                for (var channel = 0; channel < channels; channel += rows, place += tileLength)
                    Memory.Copy(source + channel, place, Math.Min(rows, channels - channel));
            }
        }
    }

    /// <summary>Where a row of x lies when those a stride apart lie side by side.</summary>
    private static int RowByStride(ConvolutionShape s, int h)
    {
        var (row, phase) = Math.DivRem(h, s.StrideH);
        return phase * (s.H / s.StrideH) + Math.Min(phase, s.H % s.StrideH) + row;
    }

    /// <summary>Adds the sums over one group of pictures to the gradient of some tiles of channels at one tap.</summary>
    [SkipLocalsInit]
    private void MultiplyGroup(
        ConvolutionShape s, float* x, float* dy, int pictures, int width, float* dkernel, int kh, int kw, int firstTile, int firstColumn, bool isFirst)
    {
        var (firstH, endH) = Inside(s.H, s.OutputH, s.StrideH, kh * s.DilationH - s.PaddingTop);
        var rows = Math.Max(0, endH - firstH);
        var firstRow = rows > 0 ? RowByStride(s, firstH * s.StrideH + kh * s.DilationH - s.PaddingTop) : 0;
        var columns = Math.Min(tile.Columns, s.OutputChannels - firstColumn);
        var firstChannel = firstTile * tile.Rows;
        var channels = Math.Min(s.InputChannels - firstChannel, TilesOfChannels * tile.Rows);
        var target = dkernel + (((nint)kh * s.KernelW + kw) * s.InputChannels + firstChannel) * s.OutputChannels + firstColumn;
        PrefetchRows(target, s.OutputChannels, channels, columns);
        var sums = stackalloc float[TilesOfChannels * TileKernel.LargestTile];
        var room = stackalloc Run[RunCapacity];
        var operands = new TileOperands { RowStride = 1, StepStride = tile.Rows, B = dy, BStride = tile.Columns, CStride = tile.Columns };
        var runs = new RunList(room, RunCapacity, tile.Rows, tile.Columns);
        var picturesAtOnce = (int)Math.Clamp(NearBlock / Math.Max(1, (long)s.OutputH * width * tile.Columns), 1, RunCapacity);
        for (var n = 0; n < pictures; n += picturesAtOnce)
        {
            runs.Clear();
            for (var i = n; i < Math.Min(pictures, n + picturesAtOnce); i++)
                runs.Add(
                    ((nint)i * s.H + firstRow) * width * tile.Rows, ((nint)i * s.OutputH + firstH) * width * tile.Columns, (nint)rows * width);
            for (var channel = 0; channel < channels; channel += tile.Rows)
            {
                operands.A = x + (firstChannel + channel) * (nint)pictures * s.H * width;
                operands.C = sums + channel * tile.Columns;
                tile.Multiply(runs.Runs, runs.Count, &operands, Math.Min(tile.Rows, channels - channel), tile.Columns, accumulate: n > 0);
            }
        }

        AddRows(sums, tile.Columns, target, s.OutputChannels, channels, columns, isFirst);
    }

    /// <summary>Has rows fetched that lie too far apart for hardware to foresee.</summary>
    private static void PrefetchRows(float* rows, nint stride, int count, int columns)
    {
        for (var r = 0; r < count; r++)
            for (var c = 0; c < columns; c += FloatsInLine)
                Memory.Prefetch(rows + r * stride + c);
    }

    /// <summary>Adds rows to the target's, or copies them where they are the first.</summary>
    private static void AddRows(float* rows, nint stride, float* target, nint targetStride, int count, int columns, bool isFirst)
    {
        for (var r = 0; r < count; r++)
        {
            var sum = new ReadOnlySpan<float>(rows + r * stride, columns);
            var total = new Span<float>(target + r * targetStride, columns);
            if (isFirst)
                sum.CopyTo(total);
            else
                TensorPrimitives.Add(total, sum, total);
        }
    }

    /// <summary>The places o of y for which o stride + offset lies in a picture of a size.</summary>
    private static (int First, int End) Inside(int size, int outputs, int stride, int offset)
    {
        var first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
        var end = size > offset ? Math.Min(outputs, (size - offset - 1) / stride + 1) : 0;
        return (first, end);
    }
}
