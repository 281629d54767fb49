using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// The gradient to the kernel: a tile's rows are channels of x at neighbouring taps, which lie side by side in x; its columns are channels
/// of dy, and its steps the places of a picture. Pictures are summed in groups, several groups at the same time.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of sums of groups that are there at once, as long as there are several.</summary>
    private const int SumsAtOnce = 1 << 20;

    internal override long FilterGradientScratch(ConvolutionShape s) => (long)GroupsAtOnce(s) * s.KernelLength;

    internal override void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch)
    {
        if (s.N == 0)
            new Span<float>(dkernel, checked((int)s.KernelLength)).Clear();
        int groups = Pieces(s.N, s.PicturesInGroup), atOnce = GroupsAtOnce(s);
        for (var first = 0; first < groups; first += atOnce)
        {
            var (firstGroup, count) = (first, Math.Min(atOnce, groups - first));
            AddGroups(x, dy, scratch, s, firstGroup, count);
            var rows = checked(s.KernelH * s.KernelW * s.InputChannels);
            Work.Run(Pieces(rows, tile.Rows), i =>
            {
                nint start = (nint)i * tile.Rows * s.OutputChannels, length = Math.Min(tile.Rows, rows - i * tile.Rows) * s.OutputChannels;
                var total = new Span<float>(dkernel + start, (int)length);
                for (var group = 0; group < count; group++)
                {
                    var sum = new ReadOnlySpan<float>(scratch + group * s.KernelLength + start, (int)length);
                    if (firstGroup + group == 0)
                        sum.CopyTo(total);
                    else
                        TensorPrimitives.Add(total, sum, total);
                }
            });
        }
    }

    private static int GroupsAtOnce(ConvolutionShape s) =>
        (int)Math.Clamp(SumsAtOnce / Math.Max(1, s.KernelLength), 1, Math.Max(1, Pieces(s.N, s.PicturesInGroup)));

    /// <summary>The sums over some groups of pictures, side by side.</summary>
    private void AddGroups(float* x, float* dy, float* sums, ConvolutionShape s, int firstGroup, int groups)
    {
        var stretch = s.DilationW == 1 ? s.KernelW * s.InputChannels : s.InputChannels;
        var tiles = checked(s.KernelH * (s.DilationW == 1 ? 1 : s.KernelW) * Pieces(stretch, tile.Rows));
        var parts = Math.Clamp(FewestPieces / groups, 1, Math.Max(1, tiles));
        var source = new Pictures(x, s.N, s.H, s.W, s.InputChannels);
        var sides = Sides.Of(new ForwardTaps(s.KernelW, s.StrideW, s.DilationW, s.PaddingLeft), s.W, s.OutputW);
        var lengthOfRows = sides.AreNone ? 0 : s.H * sides.RowLength(source);
        Work.Run(groups * parts, i =>
        {
            var (group, part) = Math.DivRem(i, parts);
            var first = (firstGroup + group) * s.PicturesInGroup;
            var room = Scratch.Of(lengthOfRows + (nint)s.OutputH * s.OutputW * tile.Columns);
            for (var n = first; n < Math.Min(s.N, first + s.PicturesInGroup); n++)
            {
                var rows = LayOutRows(source, n, 0, s.H, sides, room);
                for (var column = 0; column < s.OutputChannels; column += tile.Columns)
                    AddPicture(
                        rows, sides.RowLength(source), dy + n * s.OutputLength, sums + group * s.KernelLength, s, stretch,
                        PartStart(tiles, parts, part), PartStart(tiles, parts, part + 1), column, room + lengthOfRows,
                        isFirst: n == first);
            }
        });
    }

    /// <summary>Adds a picture's products with a panel of dy for some tiles of rows, <paramref name="stretch"/> of which lie side by side
    /// in x.</summary>
    [SkipLocalsInit]
    private void AddPicture(
        float* rows, nint rowLength, float* dy, float* sums, ConvolutionShape s, int stretch, int firstTile, int endTile, int column,
        float* panel, bool isFirst)
    {
        var columns = Math.Min(tile.Columns, s.OutputChannels - column);
        nint step = (nint)s.StrideW * s.InputChannels, stepB = s.OutputChannels;
        var b = dy + column;
        if (columns != tile.WidthOf(columns))
        {
            PackPanel(b, s.OutputChannels, 1, (nint)s.OutputH * s.OutputW, columns, panel);
            b = panel;
            stepB = tile.Columns;
        }

        var operands = new TileOperands { RowStride = 1, StepStride = step, B = b, BStride = stepB, CStride = s.OutputChannels };
        var room = stackalloc Run[RunCapacity];
        var runs = new RunList(room, RunCapacity, step, stepB);
        var tilesOfStretch = Pieces(stretch, tile.Rows);
        for (var index = firstTile; index < endTile; index++)
        {
            var (tap, part) = Math.DivRem(index, tilesOfStretch);
            tap *= stretch / s.InputChannels;
            int first = PartStart(stretch, tilesOfStretch, part), end = PartStart(stretch, tilesOfStretch, part + 1);
            var (kh, kw) = Math.DivRem(tap, s.KernelW);
            operands.A = rows + ((nint)kw * s.DilationW - s.PaddingLeft) * s.InputChannels + first;
            operands.C = sums + ((nint)tap * s.InputChannels + first) * s.OutputChannels + column;
            var accumulate = !isFirst;
            runs.Clear();
            for (var oh = 0; oh < s.OutputH; oh++)
            {
                var h = oh * s.StrideH + kh * s.DilationH - s.PaddingTop;
                if ((uint)h >= s.H)
                    continue;
                if (runs.IsFull)
                {
                    tile.Multiply(runs.Runs, runs.Count, &operands, end - first, columns, accumulate);
                    accumulate = true;
                    runs.Clear();
                }

                runs.Add(h * rowLength, (nint)oh * s.OutputW * stepB, s.OutputW);
            }

            // Sums of nothing are 0.
            if (runs.Count > 0 || !accumulate)
                tile.Multiply(runs.Runs, runs.Count, &operands, end - first, columns, accumulate);
        }
    }
}
