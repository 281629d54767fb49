using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>Winograd's filtering with registers of one width.</summary>
internal sealed unsafe partial class WinogradKernels<TLanes>(string name, bool isSupported, TileKernel tile) : WinogradKernels
    where TLanes : struct, ILanes<TLanes>
{
    private const int Numbers = WinogradTransform.Numbers, PanelColumns = WinogradSides.PanelColumns;

    /// <summary>Elements of transformed samples that a piece of work has: they stay in a core's second cache, or nearly so.</summary>
    private const int SamplesInPiece = 1 << 17;

    /// <summary>Tiles in a piece, at most: a whole number of the widest register tiles.</summary>
    private const int MostTiles = 96, TilesAtOnce = 12;

    /// <summary>Pieces that there are at least, to share evenly, where tiles are few.</summary>
    private const int FewestPieces = 8;

    /// <summary>Elements between planes beyond their length, so that they do not lie a power of two apart and share the cache's
    /// sets.</summary>
    private const int Padding = 80;

    internal override string Name => name;

    internal override bool IsSupported => isSupported;

    internal override void Convolve(float* source, float* weights, float* target, WinogradSides sides, int pictures)
    {
        var tiles = checked(pictures * sides.Tiles);
        var inPiece = TilesInPiece(sides, tiles);
        Work.Run((tiles + inPiece - 1) / inPiece, piece =>
        {
            var first = piece * inPiece;
            ConvolveTiles(source, weights, target, sides, first, Math.Min(inPiece, tiles - first));
        });
    }

    private static int TilesInPiece(WinogradSides sides, int tiles)
    {
        var most = Math.Min(MostTiles, SamplesInPiece / (Numbers * sides.SourcePhases * sides.SourceChannels));
        var count = Math.Min(most, (tiles + FewestPieces - 1) / FewestPieces);
        return Math.Max(1, (count + TilesAtOnce - 1) / TilesAtOnce) * TilesAtOnce;
    }

    /// <summary>Transforms some tiles, multiplies them by the weights and transforms the products back, panel by panel.</summary>
    [SkipLocalsInit]
    private void ConvolveTiles(float* source, float* weights, float* target, WinogradSides sides, int first, int count)
    {
        nint stride = (nint)sides.SourcePanels * count * PanelColumns + Padding, phaseLength = Numbers * stride;
        nint productStride = (nint)count * PanelColumns + Padding;
        var samples = Scratch.Of(sides.SourcePhases * phaseLength + Numbers * productStride);
        var products = samples + sides.SourcePhases * phaseLength;
        nint* offsets = stackalloc nint[2 * Numbers], next = offsets + Numbers;
        for (var phase = 0; phase < sides.SourcePhases; phase++)
        {
            var map = FindSamples(source, sides, phase, first, offsets);
            for (var i = 0; i < count; i++)
            {
                var nextMap = FindSamples(source, sides, phase, first + Math.Min(i + 1, count - 1), next);
                var place = samples + phase * phaseLength;
                for (var channel = 0; channel < sides.SourceChannels; channel += TLanes.Count)
                {
                    Prefetch(nextMap + channel, next, Numbers);
                    WinogradTransform<TLanes>.OfSamples(map + channel, offsets, place + PlaceOf(channel, i, count), stride);
                }

                map = nextMap;
                Swap(ref offsets, ref next);
            }
        }

        for (var phase = 0; phase < sides.TargetPhases; phase++)
            for (var panel = 0; panel < sides.TargetPanels; panel++)
            {
                MultiplyPanel(samples, stride, weights, products, productStride, sides, phase, panel, count);
                var channels = sides.ColumnsOf(panel);
                var map = FindResults(target, sides, phase, first, offsets) + panel * PanelColumns;
                for (var i = 0; i < count; i++)
                {
                    var nextMap = FindResults(target, sides, phase, first + Math.Min(i + 1, count - 1), next) + panel * PanelColumns;
                    for (var channel = 0; channel < channels; channel += TLanes.Count)
                    {
                        Prefetch(nextMap + channel, next, WinogradTransform.Outputs * WinogradTransform.Outputs);
                        WinogradTransform<TLanes>.ToResults(
                            products + i * PanelColumns + channel, productStride, map + channel, offsets);
                    }

                    map = nextMap;
                    Swap(ref offsets, ref next);
                }
            }
    }

    /// <summary>Finds the samples of one of all pictures' tiles, and its picture.</summary>
    private static float* FindSamples(float* source, WinogradSides sides, int phase, int number, nint* offsets)
    {
        var (picture, place) = Math.DivRem(number, sides.Tiles);
        sides.FindSamples(place, phase, offsets);
        return source + picture * sides.SourceLength;
    }

    /// <summary>Finds the results of one of all pictures' tiles, and its picture.</summary>
    private static float* FindResults(float* target, WinogradSides sides, int phase, int number, nint* offsets)
    {
        var (picture, place) = Math.DivRem(number, sides.Tiles);
        sides.FindResults(place, phase, offsets);
        return target + picture * sides.TargetLength;
    }

    private static void Swap(ref nint* a, ref nint* b)
    {
        var c = a;
        a = b;
        b = c;
    }

    /// <summary>Has registers of the next tile fetched: they lie in short stretches, which the processor does not foresee.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* map, nint* offsets, int count)
    {
        for (var i = 0; i < count; i++)
            Memory.Prefetch(map + offsets[i]);
    }

    /// <summary>Where a channel of a tile lies in a plane: panel by panel of channels, tile by tile.</summary>
    private static nint PlaceOf(int channel, int i, int count)
    {
        var (panel, column) = Math.DivRem(channel, PanelColumns);
        return ((nint)panel * count + i) * PanelColumns + column;
    }

    /// <summary>For each number of the transform, the products of some tiles with a panel of weights.</summary>
    [SkipLocalsInit]
    private void MultiplyPanel(
        float* samples, nint stride, float* weights, float* products, nint productStride, WinogradSides sides, int targetPhase, int panel,
        int count)
    {
        var columns = sides.ColumnsOf(panel);
        weights += sides.WeightsOf(targetPhase, panel);
        var runs = stackalloc Run[sides.SourcePhases * sides.SourcePanels];
        var operands = new TileOperands { RowStride = PanelColumns, StepStride = 1, BStride = PanelColumns, CStride = PanelColumns };
        for (var number = 0; number < Numbers; number++)
        {
            var (runCount, depth) = (0, 0);
            for (var phase = 0; phase < sides.SourcePhases; phase++)
            {
                var place = sides.PlacesOf(phase, targetPhase)[number];
                for (var channel = 0; place >= 0 && channel < sides.SourceChannels; channel += PanelColumns)
                {
                    var length = Math.Min(PanelColumns, sides.SourceChannels - channel);
                    runs[runCount++] = new Run(
                        (phase * Numbers + number) * stride + (nint)channel * count, place + (nint)channel * PanelColumns, length);
                    depth += length;
                }
            }

            // The next number's weights follow.
            var ahead = runCount > 0 ? weights + runs[0].B + (nint)depth * PanelColumns : weights;
            for (var row = 0; row < count; row += tile.Rows, ahead += depth * TileOperands.AheadOfStep)
                for (var column = 0; column < columns; column += tile.Columns)
                {
                    operands.A = samples + row * PanelColumns;
                    operands.B = weights + column;
                    operands.C = products + number * productStride + row * PanelColumns + column;
                    operands.Ahead = ahead;
                    tile.Multiply(
                        runs, runCount, &operands, Math.Min(tile.Rows, count - row), Math.Min(tile.Columns, columns - column),
                        accumulate: false);
                }
        }
    }
}
