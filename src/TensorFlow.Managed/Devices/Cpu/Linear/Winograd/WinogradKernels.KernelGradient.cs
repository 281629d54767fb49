using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <content>The gradient to the kernel: block by block of tiles, transforms of x and of dy, then their products over the tiles.</content>
internal sealed unsafe partial class WinogradKernels<TLanes>
{
    /// <summary>Elements of the transforms of a block: they stay in the processor's last cache.</summary>
    private const int TransformsInBlock = 3 << 19;

    /// <summary>Tiles whose panel of dy is gone through at once: 16 KiB, which stay in a core's nearest cache.</summary>
    private const int TilesInRun = 128;

    /// <summary>Tiles in a piece of the transforms' work.</summary>
    private const int TilesInPart = 8;

    internal override long KernelGradientScratch(WinogradSides sides, int pictures)
    {
        var block = new GradientBlock(sides, pictures);
        return sides.SourcePhases * Numbers * (block.SamplesStride + SumsStride(sides)) + Numbers * block.GradientsStride;
    }

    internal override void KernelGradient(float* x, float* dy, float* dkernel, WinogradSides sides, int pictures, float* scratch)
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
            var panels = sides.TargetPanels;
            Work.Run(Numbers * panels, i =>
            {
                var (number, panel) = Math.DivRem(i, panels);
                for (var phase = 0; phase < sides.SourcePhases; phase++)
                    if (sides.PlacesOf(phase, 0)[number] >= 0)
                        AddProducts(
                            scratch + (phase * Numbers + number) * block.SamplesStride,
                            gradients + number * block.GradientsStride + (nint)panel * block.Tiles * PanelColumns,
                            sums + (phase * Numbers + number) * SumsStride(sides) + (nint)panel * sides.SourceChannels * PanelColumns,
                            sides.SourceChannels, sides.ColumnsOf(panel), block.Tiles, count, isFirst: first == 0);
            });
        }

        Work.Run(sides.SourcePhases * sides.SourceChannels, i =>
        {
            var (phase, channel) = Math.DivRem(i, sides.SourceChannels);
            RestoreTaps(sums + phase * Numbers * SumsStride(sides) + (nint)channel * PanelColumns, dkernel, sides, phase, channel);
        });
    }

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
