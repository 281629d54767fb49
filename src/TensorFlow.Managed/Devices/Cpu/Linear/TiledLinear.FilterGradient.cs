using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>The gradient to the kernel: a tile's rows are channels of x, its columns channels of dy, its steps the places of a group of pictures.</content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Tiles of channels of x in a piece of work.</summary>
    private const int TilesOfChannels = 6;

    /// <summary>Elements of dy that the tiles of a piece go through one after the other while they are in the nearest cache.</summary>
    private const int NearBlock = 6144;

    internal override long FilterGradientScratch(ConvolutionShape s) =>
        (long)Math.Min(s.N, s.PicturesInGroup) * s.OutputH * s.OutputW * Pieces(s.OutputChannels, tile.Columns) * tile.Columns;

    internal override void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch)
    {
        if (s.N == 0)
            new Span<float>(dkernel, checked((int)s.KernelLength)).Clear();
        var panels = Pieces(s.OutputChannels, tile.Columns);
        var channelsInPart = TilesOfChannels * tile.Rows;
        var parts = Pieces(s.InputChannels, channelsInPart);
        var taps = s.KernelH * s.KernelW;
        for (var group = 0; group < s.N; group += s.PicturesInGroup)
        {
            var pictures = Math.Min(s.N - group, s.PicturesInGroup);
            var places = (nint)s.OutputH * s.OutputW;
            var first = group;
            Work.Run(checked(panels * pictures), i =>
            {
                var (panel, n) = Math.DivRem(i, pictures);
                var column = panel * tile.Columns;
                PackPanel(
                    dy + (first + n) * s.OutputLength + column, s.OutputChannels, 1, places,
                    Math.Min(tile.Columns, s.OutputChannels - column), scratch + (panel * (nint)pictures + n) * places * tile.Columns);
            });
            Work.Run(checked(panels * taps * parts), i =>
            {
                var (panel, rest) = Math.DivRem(i, taps * parts);
                var (tap, part) = Math.DivRem(rest, parts);
                var channel = part * channelsInPart;
                MultiplyGroup(
                    s, x + first * s.InputLength, pictures, scratch + panel * (nint)pictures * places * tile.Columns, dkernel,
                    tap, channel, Math.Min(s.InputChannels - channel, channelsInPart), panel * tile.Columns, isFirst: first == 0);
            });
        }
    }

    /// <summary>Adds the sums over one group of pictures to the gradient of some channels at one tap.</summary>
    [SkipLocalsInit]
    private void MultiplyGroup(
        ConvolutionShape s, float* x, int pictures, float* dy, float* dkernel, int tap, int firstChannel, int channels, int firstColumn, bool isFirst)
    {
        var (kh, kw) = Math.DivRem(tap, s.KernelW);
        var (firstH, endH) = Inside(s.H, s.OutputH, s.StrideH, kh * s.DilationH - s.PaddingTop);
        var (firstW, endW) = Inside(s.W, s.OutputW, s.StrideW, kw * s.DilationW - s.PaddingLeft);
        var columns = Math.Min(tile.Columns, s.OutputChannels - firstColumn);
        var sums = stackalloc float[TilesOfChannels * TileKernel.LargestTile];
        var room = stackalloc Run[RunCapacity];
        var operands = new TileOperands
        {
            RowStride = 1, StepStride = (nint)s.StrideW * s.InputChannels, B = dy, BStride = tile.Columns, CStride = tile.Columns,
        };
        var runs = new RunList(room, RunCapacity, operands.StepStride, tile.Columns);
        var accumulate = false;
        var picturesAtOnce = Math.Max(1, NearBlock / Math.Max(1, (long)s.OutputH * s.OutputW * tile.Columns));
        for (var n = 0; n < pictures; n++)
            for (var oh = firstH; oh < endH; oh++)
            {
                var h = oh * s.StrideH + kh * s.DilationH - s.PaddingTop;
                var w = firstW * s.StrideW + kw * s.DilationW - s.PaddingLeft;
                if (runs.IsFull || (oh == firstH && n > 0 && n % picturesAtOnce == 0))
                {
                    SumChannels(runs, &operands, x + firstChannel, channels, sums, accumulate);
                    accumulate = true;
                    runs.Clear();
                }

                runs.Add(
                    n * s.InputLength + ((nint)h * s.W + w) * s.InputChannels,
                    ((nint)(n * s.OutputH + oh) * s.OutputW + firstW) * tile.Columns,
                    Math.Max(0, endW - firstW));
            }

        SumChannels(runs, &operands, x + firstChannel, channels, sums, accumulate);
        for (var channel = 0; channel < channels; channel++)
        {
            var sum = new ReadOnlySpan<float>(sums + channel * tile.Columns, columns);
            var target = new Span<float>(dkernel + ((nint)tap * s.InputChannels + firstChannel + channel) * s.OutputChannels + firstColumn, columns);
            if (isFirst)
                sum.CopyTo(target);
            else
                TensorPrimitives.Add(target, sum, target);
        }
    }

    /// <summary>Sums over a list of runs for all of a piece's channels.</summary>
    private void SumChannels(RunList runs, TileOperands* operands, float* x, int channels, float* sums, bool accumulate)
    {
        for (var channel = 0; channel < channels; channel += tile.Rows)
        {
            operands->A = x + channel;
            operands->C = sums + channel * tile.Columns;
            tile.Multiply(runs.Runs, runs.Count, operands, Math.Min(tile.Rows, channels - channel), tile.Columns, accumulate);
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
