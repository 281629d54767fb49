using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// The gradient to the kernel where x has few channels, or the kernel one tap: what a place of y sees of x, all taps and channels, is laid
/// out as one row, a patch, and the patches of a group of pictures, transposed, times their dy is the gradient. With one tap the patches
/// are x as it lies. Groups are summed at the same time.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of patches that are laid out at once: they stay in the nearest cache with as much of dy.</summary>
    private const int PatchBlock = 4096;

    /// <summary>Whether the gradient to the kernel is made from patches.</summary>
    private static bool HasPatches(ConvolutionShape s) => s.HasFewInputChannels || s.IsMatrixProduct;

    /// <summary>How many elements a patch has.</summary>
    private static int PatchLength(ConvolutionShape s) => checked(s.KernelH * s.KernelW * s.InputChannels);

    private static int PatchesInBlock(ConvolutionShape s) => Math.Max(1, PatchBlock / PatchLength(s));

    /// <summary>A group's sums, its block of patches and, where the last panel of dy is not a full one, the block's rows of that.</summary>
    private nint PatchScratchOfGroup(ConvolutionShape s) =>
        checked((PatchLength(s) * (nint)Pieces(s.OutputChannels, tile.Columns) * tile.Columns)
            + (PatchesInBlock(s) * ((nint)PatchLength(s) + tile.Columns)));

    private long PatchScratch(ConvolutionShape s) => PatchScratchOfGroup(s) * Pieces(s.N, s.PicturesInGroup);

    private void MultiplyPatches(float* x, float* dy, float* dkernel, ConvolutionShape s, float* scratch)
    {
        var groups = Pieces(s.N, s.PicturesInGroup);
        var length = PatchLength(s);
        nint columns = (nint)Pieces(s.OutputChannels, tile.Columns) * tile.Columns, scratchOfGroup = PatchScratchOfGroup(s);
        Work.Run(groups, group =>
        {
            nint first = group * (nint)s.PicturesInGroup;
            MultiplyPatchesOfGroup(
                x + first * s.InputLength, dy + first * s.OutputLength, (int)Math.Min(s.N - first, s.PicturesInGroup), s,
                scratch + group * scratchOfGroup);
        });
        Work.Run(Pieces(length, tile.Rows), i =>
        {
            var first = i * tile.Rows;
            for (var group = 0; group < groups; group++)
                AddRows(
                    scratch + group * scratchOfGroup + first * columns, columns, dkernel + (nint)first * s.OutputChannels, s.OutputChannels,
                    Math.Min(tile.Rows, length - first), s.OutputChannels, isFirst: group == 0);
        });
    }

    private void MultiplyPatchesOfGroup(float* x, float* dy, int pictures, ConvolutionShape s, float* sums)
    {
        int length = PatchLength(s), panels = Pieces(s.OutputChannels, tile.Columns), tiles = Pieces(length, tile.Rows),
            patchesInBlock = PatchesInBlock(s);
        var patches = sums + length * (nint)panels * tile.Columns;
        var lastPanel = patches + (nint)patchesInBlock * length;
        var places = checked(pictures * s.OutputH * s.OutputW);
        // At least one block, so that a sum of nothing is written as 0.
        for (var place = 0; place == 0 || place < places; place += patchesInBlock)
        {
            var count = Math.Min(patchesInBlock, places - place);
            if (!s.IsMatrixProduct)
                LayOutPatches(x, s, place, count, patches);
            var run = new Run(0, 0, count);
            for (var panel = 0; panel < panels; panel++)
            {
                var column = panel * tile.Columns;
                var source = dy + (nint)place * s.OutputChannels + column;
                var inPlace = column + tile.Columns <= s.OutputChannels;
                if (!inPlace)
                    PackPanel(source, s.OutputChannels, 1, count, s.OutputChannels - column, lastPanel);
                var operands = new TileOperands
                {
                    RowStride = 1, StepStride = length, B = inPlace ? source : lastPanel, BStride = inPlace
                        ? s.OutputChannels : tile.Columns,
                    CStride = (nint)panels * tile.Columns,
                };
                for (int i = 0, row = 0; i < tiles; i++)
                {
                    var end = PartStart(length, tiles, i + 1);
                    operands.A = (s.IsMatrixProduct ? x + (nint)place * length : patches) + row;
                    operands.C = sums + row * operands.CStride + column;
                    tile.Multiply(&run, 1, &operands, end - row, tile.Columns, accumulate: place > 0);
                    row = end;
                }
            }
        }
    }

    /// <summary>Writes the patches of some consecutive places of y: [place][tap][channel of x], 0 outside the picture.</summary>
    private static void LayOutPatches(float* x, ConvolutionShape s, int firstPlace, int count, float* patches)
    {
        int length = PatchLength(s), rowLength = s.KernelW * s.InputChannels;
        // Where a row of taps lies inside the picture it is one stretch of x.
        var (firstInside, endInside) = s.DilationW == 1
            ? (Inside(s.W, s.OutputW, s.StrideW, -s.PaddingLeft).First,
                Inside(s.W, s.OutputW, s.StrideW, s.KernelW - 1 - s.PaddingLeft).End)
            : (0, 0);
        nint step = (nint)s.StrideW * s.InputChannels;
        for (var done = 0; done < count;)
        {
            var (row, firstW) = Math.DivRem(firstPlace + done, s.OutputW);
            var (n, oh) = Math.DivRem(row, s.OutputH);
            var endW = Math.Min(s.OutputW, firstW + count - done);
            for (var kh = 0; kh < s.KernelH; kh++)
            {
                var h = oh * s.StrideH + kh * s.DilationH - s.PaddingTop;
                var isInside = (uint)h < s.H;
                var (first, end) = isInside ? (Math.Max(firstW, firstInside), Math.Min(endW, endInside)) : (endW, endW);
                var target = patches + (nint)done * length + (nint)kh * rowLength - (nint)firstW * length;
                var source = x + n * s.InputLength + (nint)h * s.W * s.InputChannels;
                for (var ow = firstW; ow < Math.Min(first, endW); ow++)
                    LayOutTaps(source, s, isInside, ow, target + (nint)ow * length);
                var stretch = source + first * step - s.PaddingLeft * s.InputChannels;
                for (var ow = first; ow < end; ow++, stretch += step)
                    Memory.Copy(stretch, target + (nint)ow * length, rowLength);
                for (var ow = Math.Max(first, end); ow < endW; ow++)
                    LayOutTaps(source, s, isInside, ow, target + (nint)ow * length);
            }

            done += endW - firstW;
        }
    }

    /// <summary>Writes a row of the patch of a place tap by tap.</summary>
    private static void LayOutTaps(float* source, ConvolutionShape s, bool isInside, int ow, float* target)
    {
        if (!isInside)
        {
            new Span<float>(target, s.KernelW * s.InputChannels).Clear();
            return;
        }

        for (var kw = 0; kw < s.KernelW; kw++)
        {
            var w = ow * s.StrideW + kw * s.DilationW - s.PaddingLeft;
            for (var ci = 0; ci < s.InputChannels; ci++)
                *target++ = (uint)w < s.W ? source[(nint)w * s.InputChannels + ci] : 0;
        }
    }
}
