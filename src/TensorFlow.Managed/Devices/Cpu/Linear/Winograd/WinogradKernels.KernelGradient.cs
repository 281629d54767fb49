using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <content>The gradient to the kernel: transforms of x and of dy for some tiles, then their products over the tiles.</content>
internal sealed unsafe partial class WinogradKernels<TLanes>
{
    /// <summary>Elements of the transforms of a block: they stay in the processor's last cache.</summary>
    private const int TransformsInBlock = 3 << 19;

    /// <summary>Tiles whose panel of dy is gone through at once: 16 KiB, which stay in a core's nearest cache.</summary>
    private const int TilesInRun = 128;

    /// <summary>Tiles in a piece of the transforms' work.</summary>
    private const int TilesInPart = 8;

    /// <summary>Groups of tiles at most, and elements of the sums of all of them, which are added in the end.</summary>
    private const int MostGroups = 16, SumsOfGroups = 1 << 20;

    /// <summary>Groups at least, for threads to share, and tiles of each, to be worth sums of its own.</summary>
    private const int FewestGroups = 6, FewestTilesOfGroup = 64;

    /// <summary>Elements of the transforms that a group adds at once: with its sums they stay in a core's second cache.</summary>
    private const int TransformsInGroup = 3 << 16;

    internal override long KernelGradientScratch(WinogradSides sides, int pictures)
    {
        if (Groups(sides, pictures) is var groups and > 1)
            return groups * SumsLength(sides);
        var block = new GradientBlock(sides, pictures);
        return sides.SourcePhases * Numbers * block.SamplesStride + Numbers * block.GradientsStride + SumsLength(sides);
    }

    internal override void KernelGradient(float* x, float* dy, float* dkernel, WinogradSides sides, int pictures, float* scratch)
    {
        var groups = Groups(sides, pictures);
        var sums = groups > 1 ? SumInGroups(x, dy, sides, pictures, scratch, groups) : SumInBlocks(x, dy, sides, pictures, scratch);
        Work.Run(sides.SourcePhases * sides.SourceChannels, i =>
        {
            var (phase, channel) = Math.DivRem(i, sides.SourceChannels);
            var first = sums + phase * Numbers * SumsStride(sides) + (nint)channel * PanelColumns;
            JoinGroups(first, sides, phase, groups);
            RestoreTaps(first, dkernel, sides, phase, channel);
        });
    }

    /// <summary>
    /// How many groups of tiles have sums of their own; 1 where all have the same. With few channels the transforms are most of the work,
    /// and a core that adds the products of its own tiles at once finds them in its cache; with many the sums would not fit beside them.
    /// </summary>
    private static int Groups(WinogradSides sides, int pictures)
    {
        var groupsOfTiles = (long)pictures * sides.Tiles / FewestTilesOfGroup;
        var groups = (int)Math.Min(MostGroups, Math.Min(SumsOfGroups / SumsLength(sides), groupsOfTiles));
        return groups >= FewestGroups ? groups : 1;
    }

    /// <summary>The sums of each group, one after the other, from the tiles of its own.</summary>
    private float* SumInGroups(float* x, float* dy, WinogradSides sides, int pictures, float* sums, int groups)
    {
        var tiles = checked(pictures * sides.Tiles);
        Work.Run(groups, group =>
        {
            int start = (int)((long)tiles * group / groups), end = (int)((long)tiles * (group + 1) / groups);
            var most = TransformsInGroup / (Numbers * PanelColumns * (sides.SourcePhases * sides.SourcePanels + sides.TargetPanels));
            var parts = Parts(end - start, most);
            nint stride = PlaneOf(sides.SourcePanels, most), gradientStride = PlaneOf(sides.TargetPanels, most);
            var samples = Scratch.Of(sides.SourcePhases * Numbers * stride + Numbers * gradientStride);
            var gradients = samples + sides.SourcePhases * Numbers * stride;
            for (var part = 0; part < parts; part++)
            {
                int first = start + (end - start) * part / parts, count = start + (end - start) * (part + 1) / parts - first;
                TransformSamples(x, sides, first, count, samples, stride, 0, count);
                TransformGradients(dy, sides, first, count, gradients, gradientStride, 0, count);
                for (var number = 0; number < Numbers; number++)
                    AddProducts(
                        samples, stride, gradients, gradientStride, sums + group * SumsLength(sides), sides, number, 0, sides.TargetPanels,
                        count, count, isFirst: part == 0);
            }
        });
        return sums;
    }

    /// <summary>The sums of all tiles, block by block of them: their transforms, then a number's products on each thread.</summary>
    private float* SumInBlocks(float* x, float* dy, WinogradSides sides, int pictures, float* scratch)
    {
        var block = new GradientBlock(sides, pictures);
        var gradients = scratch + sides.SourcePhases * Numbers * block.SamplesStride;
        var sums = gradients + Numbers * block.GradientsStride;
        var tiles = pictures * sides.Tiles;
        for (var start = 0; start < tiles; start += block.Tiles)
        {
            var (first, count) = (start, Math.Min(block.Tiles, tiles - start));
            Work.Run(Parts(count, TilesInPart), part =>
            {
                int place = part * TilesInPart, inPart = Math.Min(TilesInPart, count - place);
                TransformSamples(x, sides, first + place, inPart, scratch, block.SamplesStride, place, block.Tiles);
                TransformGradients(dy, sides, first + place, inPart, gradients, block.GradientsStride, place, block.Tiles);
            });
            Work.Run(Numbers * sides.TargetPanels, i =>
            {
                var (number, panel) = Math.DivRem(i, sides.TargetPanels);
                AddProducts(
                    scratch, block.SamplesStride, gradients, block.GradientsStride, sums, sides, number, panel, panel + 1, block.Tiles,
                    count, isFirst: first == 0);
            });
        }

        return sums;
    }

    /// <summary>Adds the products of some panels of dy for one number of the transform, all phases.</summary>
    private void AddProducts(
        float* samples, nint stride, float* gradients, nint gradientStride, float* sums, WinogradSides sides, int number, int firstPanel,
        int endPanel, int tiles, int count, bool isFirst)
    {
        for (var panel = firstPanel; panel < endPanel; panel++)
            for (var phase = 0; phase < sides.SourcePhases; phase++)
                if (sides.PlacesOf(phase, 0)[number] >= 0)
                    AddProducts(
                        samples + (phase * Numbers + number) * stride,
                        gradients + number * gradientStride + (nint)panel * tiles * PanelColumns,
                        sums + (phase * Numbers + number) * SumsStride(sides) + (nint)panel * sides.SourceChannels * PanelColumns,
                        sides.SourceChannels, sides.ColumnsOf(panel), tiles, count, isFirst);
    }

    /// <summary>Adds the sums of all groups for a channel of x to those of the first one, in their order.</summary>
    /// <param name="sums">The first group's.</param>
    /// <param name="sides">The sizes.</param>
    /// <param name="phase">The phase of x.</param>
    /// <param name="groups">How many groups.</param>
    private static void JoinGroups(float* sums, WinogradSides sides, int phase, int groups)
    {
        var isThere = sides.PlacesOf(phase, 0);
        for (var number = 0; number < Numbers; number++)
            for (var panel = 0; isThere[number] >= 0 && panel < sides.TargetPanels; panel++)
            {
                var row = sums + number * SumsStride(sides) + (nint)panel * sides.SourceChannels * PanelColumns;
                for (var group = 1; group < groups; group++)
                    RowKernels.Add(row, row + group * SumsLength(sides), row, sides.ColumnsOf(panel));
            }
    }

    /// <summary>Elements of the sums of all phases and numbers.</summary>
    private static nint SumsLength(WinogradSides sides) => sides.SourcePhases * Numbers * SumsStride(sides);

    private static nint SumsStride(WinogradSides sides) => PlaneOf(sides.TargetPanels, sides.SourceChannels);

    /// <summary>Transforms some tiles of dy, all channels, as <see cref="TransformSamples"/> does those of x.</summary>
    private static void TransformGradients(
        float* dy, WinogradSides sides, int first, int count, float* gradients, nint stride, int place, int tiles)
    {
        var results = FindResults(dy, sides, 0, first, out var offsets);
        for (var i = 0; i < count; i++)
        {
            var nextResults = FindResults(dy, sides, 0, first + Math.Min(i + 1, count - 1), out var next);
            for (var channel = 0; channel < sides.TargetChannels; channel += TLanes.Count)
            {
                Prefetch(nextResults + channel, next, WinogradTransform.Outputs * WinogradTransform.Outputs);
                WinogradTransform<TLanes>.OfGradients(
                    results + channel, offsets, gradients + PlaceOf(channel, place + i, tiles), stride);
            }

            results = nextResults;
            offsets = next;
        }
    }

    /// <summary>Adds, for one number of the transform, the products of all channels of x with a panel of dy over a block's tiles.</summary>
    private void AddProducts(float* samples, float* gradients, float* sums, int channels, int columns, int stride, int count, bool isFirst)
    {
        var operands = new TileOperands { RowStride = 1, StepStride = PanelColumns, BStride = PanelColumns, CStride = PanelColumns };
        for (var start = 0; start < count; start += TilesInRun)
        {
            var run = new Run(start * PanelColumns, start * PanelColumns, Math.Min(TilesInRun, count - start));
            for (var channel = 0; channel < channels; channel += PanelColumns)
            {
                var rows = Math.Min(PanelColumns, channels - channel);
                var parts = (rows + tile.Rows - 1) / tile.Rows;
                for (var part = 0; part < parts; part++)
                {
                    var (row, end) = (rows * part / parts, rows * (part + 1) / parts);
                    for (var column = 0; column < columns; column += tile.Columns)
                    {
                        operands.A = samples + (nint)channel * stride + row;
                        operands.B = gradients + column;
                        operands.C = sums + (nint)(channel + row) * PanelColumns + column;
                        tile.Multiply(
                            &run, 1, &operands, end - row, Math.Min(tile.Columns, columns - column), accumulate: !isFirst || start > 0);
                    }
                }
            }
        }
    }

    /// <summary>Transforms the sums of a channel of x back to the taps of a phase.</summary>
    [SkipLocalsInit]
    private static void RestoreTaps(float* sums, float* dkernel, WinogradSides sides, int phase, int channel)
    {
        nint* taps = stackalloc nint[WinogradTransform.Taps * WinogradTransform.Taps], places = stackalloc nint[Numbers];
        sides.FindTaps(phase, (nint)sides.SourceChannels * sides.TargetChannels, taps);
        var isThere = sides.PlacesOf(phase, 0);
        for (var number = 0; number < Numbers; number++)
            places[number] = isThere[number] < 0 ? -1 : number * SumsStride(sides);
        var row = dkernel + (nint)channel * sides.TargetChannels;
        for (var column = 0; column < sides.TargetChannels; column += TLanes.Count)
        {
            var (panel, lane) = Math.DivRem(column, PanelColumns);
            WinogradTransform<TLanes>.ToTaps(
                sums + (nint)panel * sides.SourceChannels * PanelColumns + lane, places, row + column, taps);
        }
    }

    /// <summary>How many tiles are worked on at once, and how their transforms lie in memory.</summary>
    private readonly struct GradientBlock(WinogradSides sides, int pictures)
    {
        internal int Tiles { get; } = (int)Math.Min(
            (long)pictures * sides.Tiles,
            Math.Max(
                TilesInRun,
                TransformsInBlock / (Numbers * ((long)sides.SourcePhases * sides.SourceChannels + sides.TargetChannels))
                    / TilesInRun * TilesInRun));

        /// <summary>Elements from one number of x's transform to the next.</summary>
        internal nint SamplesStride => PlaneOf(sides.SourcePanels, Tiles);

        /// <summary>Elements from one number of dy's transform to the next.</summary>
        internal nint GradientsStride => PlaneOf(sides.TargetPanels, Tiles);
    }
}
