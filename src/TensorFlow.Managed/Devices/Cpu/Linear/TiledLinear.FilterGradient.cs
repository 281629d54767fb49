using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// The gradient to the kernel: a tile's rows are channels of x, its columns channels of dy, its steps the places of a group of pictures.
/// Both are laid out so that the steps of a tap in a row, and what a tile reads at each, lie side by side.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Tiles of channels of x in a piece of work.</summary>
    private const int TilesOfChannels = 6;

    /// <summary>Elements of dy that the tiles of a piece go through one after the other while they are in the nearest cache.</summary>
    private const int NearBlock = 6144;

    internal override long FilterGradientScratch(ConvolutionShape s) =>
        HasPatches(s) ? PatchScratch(s) : Math.Min(s.N, s.PicturesInGroup) * (PictureInTiles(s) + PictureInPanels(s));

    internal override void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch)
    {
        if (s.N == 0)
            new Span<float>(dkernel, checked((int)s.KernelLength)).Clear();
        else if (HasPatches(s))
            MultiplyPatches(x, dy, dkernel, s, scratch);
        else
            for (var group = 0; group < s.N; group += s.PicturesInGroup)
                AddGroup(
                    x + group * s.InputLength, dy + group * s.OutputLength, dkernel, s, Math.Min(s.N - group, s.PicturesInGroup), scratch,
                    isFirst: group == 0);
    }

    /// <summary>Elements of a picture of x in tiles of channels.</summary>
    private nint PictureInTiles(ConvolutionShape s) => (nint)s.H * s.W * Pieces(s.InputChannels, tile.Rows) * tile.Rows;

    /// <summary>Elements of a picture of dy in panels of channels.</summary>
    private nint PictureInPanels(ConvolutionShape s) => (nint)s.OutputH * s.OutputW * Pieces(s.OutputChannels, tile.Columns) * tile.Columns;

    /// <summary>Adds the sums over one group of pictures to the gradient.</summary>
    private void AddGroup(float* x, float* dy, float* dkernel, ConvolutionShape s, int pictures, float* scratch, bool isFirst)
    {
        int panels = Pieces(s.OutputChannels, tile.Columns), taps = s.KernelH * s.KernelW, places = checked(s.OutputH * s.OutputW);
        var parts = Pieces(Pieces(s.InputChannels, tile.Rows), TilesOfChannels);
        var panelsOfDy = scratch + pictures * PictureInTiles(s);
        var panelLength = pictures * (nint)places * tile.Columns;
        Work.Run(pictures, n =>
        {
            LayOutTiles(x + n * s.InputLength, s, scratch, n, pictures);
            for (var panel = 0; panel < panels; panel++)
                PackPanel(
                    dy + n * s.OutputLength + panel * tile.Columns, s.OutputChannels, 1, places,
                    Math.Min(tile.Columns, s.OutputChannels - panel * tile.Columns), panelsOfDy + panel * panelLength
                    + n * (nint)places * tile.Columns);
        });
        Work.Run(checked(panels * taps * parts), i =>
        {
            var (panel, rest) = Math.DivRem(i, taps * parts);
            var (tap, part) = Math.DivRem(rest, parts);
            MultiplyGroup(s, scratch, panelsOfDy + panel * panelLength, pictures, dkernel, tap, part * TilesOfChannels,
                panel * tile.Columns, isFirst);
        });
    }

    /// <summary>Lays out one of the pictures of x as [tile of channels][picture][row][column][channel],
    /// rows and columns a stride apart side by side.</summary>
    private void LayOutTiles(float* x, ConvolutionShape s, float* target, int n, int pictures)
    {
        int channels = s.InputChannels, rows = tile.Rows, width = s.W;
        nint tileLength = (nint)pictures * s.H * width * rows, step = (nint)s.StrideW * channels;
        for (var h = 0; h < s.H; h++)
        {
            var place = target + ((nint)n * s.H + IndexByStride(h, s.H, s.StrideH)) * width * rows;
            for (var phase = 0; phase < Math.Min(s.StrideW, width); phase++)
            {
                var source = x + ((nint)h * width + phase) * channels;
                for (var w = phase; w < width; w += s.StrideW, source += step, place += rows)
                {
                    var piece = place;
                    for (var channel = 0; channel < channels; channel += rows, piece += tileLength)
                        Memory.Copy(source + channel, piece, Math.Min(rows, channels - channel));
                }
            }
        }
    }

    /// <summary>Where a row or a column lies when those a stride apart lie side by side.</summary>
    private static int IndexByStride(int index, int size, int stride)
    {
        var (place, phase) = Math.DivRem(index, stride);
        return phase * (size / stride) + Math.Min(phase, size % stride) + place;
    }

    /// <summary>Adds the sums over one group of pictures to the gradient of some tiles of channels at one tap.</summary>
    [SkipLocalsInit]
    private void MultiplyGroup(
        ConvolutionShape s, float* x, float* dy, int pictures, float* dkernel, int tap, int firstTile, int firstColumn, bool isFirst)
    {
        var (kh, kw) = Math.DivRem(tap, s.KernelW);
        int offsetH = kh * s.DilationH - s.PaddingTop, offsetW = kw * s.DilationW - s.PaddingLeft;
        var (firstH, endH) = Inside(s.H, s.OutputH, s.StrideH, offsetH);
        var (firstW, endW) = Inside(s.W, s.OutputW, s.StrideW, offsetW);
        var firstChannel = firstTile * tile.Rows;
        var channels = Math.Min(s.InputChannels - firstChannel, TilesOfChannels * tile.Rows);
        var columns = Math.Min(tile.Columns, s.OutputChannels - firstColumn);
        var target = dkernel + ((nint)tap * s.InputChannels + firstChannel) * s.OutputChannels + firstColumn;
        PrefetchRows(target, s.OutputChannels, channels, columns);
        var sums = stackalloc float[TilesOfChannels * TileKernel.LargestTile];
        var room = stackalloc Run[RunCapacity];
        var operands = new TileOperands { RowStride = 1, StepStride = tile.Rows, B = dy, BStride = tile.Columns, CStride = tile.Columns };
        var runs = new RunList(room, RunCapacity, tile.Rows, tile.Columns);
        var accumulate = false;
        if (firstW < endW && firstH < endH)
        {
            int row = IndexByStride(firstH * s.StrideH + offsetH, s.H, s.StrideH),
                column = IndexByStride(firstW * s.StrideW + offsetW, s.W, s.StrideW);
            var picturesAtOnce = (int)Math.Max(1, NearBlock / ((long)s.OutputH * s.OutputW * tile.Columns));
            for (var n = 0; n < pictures; n++)
                for (var oh = firstH; oh < endH; oh++)
                {
                    if (runs.IsFull || (oh == firstH && n > 0 && n % picturesAtOnce == 0))
                    {
                        SumTiles(runs, &operands, x, (nint)pictures * s.H * s.W, firstChannel, channels, columns, sums, accumulate);
                        accumulate = true;
                        runs.Clear();
                    }

                    runs.Add(
                        (((nint)n * s.H + row + oh - firstH) * s.W + column) * tile.Rows,
                        (((nint)n * s.OutputH + oh) * s.OutputW + firstW) * tile.Columns,
                        endW - firstW);
                }
        }

        SumTiles(runs, &operands, x, (nint)pictures * s.H * s.W, firstChannel, channels, columns, sums, accumulate);
        AddRows(sums, tile.Columns, target, s.OutputChannels, channels, columns, isFirst);
    }

    /// <summary>Sums over a list of runs for one tile of channels after the other.</summary>
    private void SumTiles(
        RunList runs, TileOperands* operands, float* x, nint placesOfX, int firstChannel, int channels, int columns, float* sums,
        bool accumulate)
    {
        for (var channel = 0; channel < channels; channel += tile.Rows)
        {
            operands->A = x + (firstChannel + channel) * placesOfX;
            operands->C = sums + channel * tile.Columns;
            tile.Multiply(
                runs.Runs, runs.Count, operands, Math.Min(tile.Rows, channels - channel), tile.WidthOf(columns), accumulate);
        }
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
