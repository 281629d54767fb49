using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>Winograd's filtering with registers of one width.</summary>
internal sealed unsafe partial class WinogradKernels<TLanes>(string name, bool isSupported, TileKernel tile) : WinogradKernels
    where TLanes : struct, ILanes<TLanes>
{
    private const int Numbers = WinogradTransform.Numbers, PanelColumns = WinogradSides.PanelColumns;

    /// <summary>Tiles of a piece that make up for going through all weights: read from farther than a core's cache these would keep it
    /// waiting.</summary>
    private const int FewestTiles = 14;

    /// <summary>Elements of the transforms of a block whose steps follow each other: they stay in the processor's last cache.</summary>
    private const int TransformsInSteps = 1 << 22;

    /// <summary>Elements of transformed samples that a piece of work has: they stay in a core's second cache, or nearly so.</summary>
    private const int SamplesInPiece = 1 << 17;

    /// <summary>Tiles in a piece, at most: a whole number of the widest register tiles.</summary>
    private const int MostTiles = 96, TilesAtOnce = 12;

    /// <summary>Pieces that there are at least, to share evenly, where tiles are few.</summary>
    private const int FewestPieces = 8;

    /// <summary>How much larger a piece may be to hold whole pictures.</summary>
    private const double PictureTolerance = 1.1;

    /// <summary>Elements between planes beyond their length, so that they do not lie a power of two apart and share the cache's
    /// sets.</summary>
    private const int Padding = 80;

    internal override string Name => name;

    internal override bool IsSupported => isSupported;

    internal override long ConvolveScratch(WinogradSides sides, int pictures)
    {
        if (GoesByTiles(sides))
            return 0;
        var tiles = TilesInBlock(sides, pictures);
        return Numbers * (sides.SourcePhases * PlaneOf(sides.SourcePanels, tiles) + PlaneOf(sides.TargetPanels, tiles));
    }

    internal override bool TakesPictures(WinogradSides sides, int pictures) =>
        GoesByTiles(sides) && pictures >= FewestPieces && sides.Tiles <= MostTilesInPiece(sides) * PictureTolerance;

    internal override void Convolve(
        float* source, Stage? stage, float* weights, float* target, WinogradSides sides, int pictures, float* scratch)
    {
        var tiles = checked(pictures * sides.Tiles);
        if (!GoesByTiles(sides))
        {
            var inBlock = TilesInBlock(sides, pictures);
            for (var first = 0; first < tiles; first += inBlock)
                ConvolveBlock(source, weights, target, sides, first, Math.Min(inBlock, tiles - first), scratch);
            return;
        }

        // Whole pictures where some fit and there are enough, for then a piece can make their elements.
        var (unit, least) = TakesPictures(sides, pictures) ? (sides.Tiles, 1) : (1, TilesAtOnce);
        var units = tiles / unit;
        var pieces = EvenParts(units, least, Math.Max(1, (int)(MostTilesInPiece(sides) * PictureTolerance) / unit));
        Work.Run(pieces, piece =>
        {
            int first = (int)((long)units * piece / pieces), end = (int)((long)units * (piece + 1) / pieces);
            var start = first * sides.SourceLength;
            stage?.Make(start, checked((int)(end * sides.SourceLength - start)), source + start);
            ConvolveTiles(source, weights, target, sides, first * unit, (end - first) * unit);
        });
    }

    /// <summary>Whether a piece of work takes a few tiles through all three steps, which then need no memory: that pays as long as there
    /// are enough tiles for the weights, which every piece goes through.</summary>
    private static bool GoesByTiles(WinogradSides sides) => MostTilesInPiece(sides) >= FewestTiles;

    private static int MostTilesInPiece(WinogradSides sides) =>
        Math.Min(MostTiles, SamplesInPiece / (Numbers * sides.SourcePhases * sides.SourceChannels));

    /// <summary>Tiles whose transforms there are at once where the steps follow each other: all, in blocks of nearly one size.</summary>
    private static int TilesInBlock(WinogradSides sides, int pictures)
    {
        var tiles = Math.Max(1, checked(pictures * sides.Tiles));
        var most = Math.Max(
            TilesAtOnce, TransformsInSteps / (Numbers * (sides.SourcePhases * sides.SourceChannels + sides.TargetChannels)));
        return Parts(tiles, Parts(tiles, most));
    }

    private static int Parts(int size, int part) => (size + part - 1) / part;

    /// <summary>Parts of nearly one size, an even number of them, for threads to share; no larger than said, and
    /// <see cref="FewestPieces"/> at least, as far as there is the least for each.</summary>
    private static int EvenParts(int size, int least, int most) =>
        Math.Min(Parts(size, least), Math.Max(FewestPieces, Parts(Parts(size, most), 2) * 2));

    /// <summary>Elements from one number of a transform to the next.</summary>
    private static nint PlaneOf(int panels, int tiles) => (nint)panels * tiles * PanelColumns + Padding;

    /// <summary>Transforms some tiles, multiplies them by the weights and transforms the products back, panel by panel.</summary>
    private void ConvolveTiles(float* source, float* weights, float* target, WinogradSides sides, int first, int count)
    {
        nint stride = PlaneOf(sides.SourcePanels, count), productStride = PlaneOf(1, count), length = sides.SourcePhases * Numbers * stride;
        var samples = Scratch.Of(length + Numbers * productStride);
        var products = samples + length;
        TransformSamples(source, sides, first, count, samples, stride, 0, count);
        for (var phase = 0; phase < sides.TargetPhases; phase++)
            for (var panel = 0; panel < sides.TargetPanels; panel++)
            {
                for (var number = 0; number < Numbers; number++)
                    Multiply(samples, stride, weights, products + number * productStride, sides, phase, panel, number, count);
                RestoreResults(products, productStride, target, sides, phase, panel, first, count);
            }
    }

    /// <summary>Takes a block of tiles through each step before the next, so that the products of a number, which are one of matrices, have
    /// both of these in a core's cache.</summary>
    private void ConvolveBlock(float* source, float* weights, float* target, WinogradSides sides, int first, int count, float* scratch)
    {
        nint stride = PlaneOf(sides.SourcePanels, count), productStride = PlaneOf(sides.TargetPanels, count);
        var products = scratch + sides.SourcePhases * Numbers * stride;
        Work.Run(Parts(count, TilesInPart), part =>
        {
            var place = part * TilesInPart;
            TransformSamples(source, sides, first + place, Math.Min(TilesInPart, count - place), scratch, stride, place, count);
        });
        for (var i = 0; i < sides.TargetPhases; i++)
        {
            var phase = i;
            Work.Run(Numbers * sides.TargetPanels, piece =>
            {
                var (number, panel) = Math.DivRem(piece, sides.TargetPanels);
                Multiply(
                    scratch, stride, weights, products + number * productStride + (nint)panel * count * PanelColumns, sides, phase, panel,
                    number, count);
            });
            Work.Run(Parts(count, TilesInPart), part =>
            {
                var place = part * TilesInPart;
                for (var panel = 0; panel < sides.TargetPanels; panel++)
                    RestoreResults(
                        products + ((nint)panel * count + place) * PanelColumns, productStride, target, sides, phase, panel, first + place,
                        Math.Min(TilesInPart, count - place));
            });
        }
    }

    /// <summary>Transforms the samples of some tiles, all phases and channels; has those of the next one fetched.</summary>
    /// <param name="source">The pictures.</param>
    /// <param name="sides">Their sizes.</param>
    /// <param name="first">The first tile.</param>
    /// <param name="count">How many.</param>
    /// <param name="samples">The planes of all numbers.</param>
    /// <param name="stride">Elements from one plane to the next.</param>
    /// <param name="place">Where the first tile lies in a plane.</param>
    /// <param name="tiles">How many lie there.</param>
    private static void TransformSamples(
        float* source, WinogradSides sides, int first, int count, float* samples, nint stride, int place, int tiles)
    {
        for (var phase = 0; phase < sides.SourcePhases; phase++, samples += Numbers * stride)
        {
            var map = FindSamples(source, sides, phase, first, out var offsets);
            for (var i = 0; i < count; i++)
            {
                var nextMap = FindSamples(source, sides, phase, first + Math.Min(i + 1, count - 1), out var next);
                for (var channel = 0; channel < sides.SourceChannels; channel += TLanes.Count)
                {
                    Prefetch(nextMap + channel, next, Numbers);
                    WinogradTransform<TLanes>.OfSamples(map + channel, offsets, samples + PlaceOf(channel, place + i, tiles), stride);
                }

                map = nextMap;
                offsets = next;
            }
        }
    }

    /// <summary>Transforms the products of a panel back for some tiles, the first of which they begin with.</summary>
    private static void RestoreResults(
        float* products, nint stride, float* target, WinogradSides sides, int phase, int panel, int first, int count)
    {
        var map = FindResults(target, sides, phase, first, out var offsets) + panel * PanelColumns;
        for (var i = 0; i < count; i++)
        {
            var nextMap = FindResults(target, sides, phase, first + Math.Min(i + 1, count - 1), out var next) + panel * PanelColumns;
            for (var channel = 0; channel < sides.ColumnsOf(panel); channel += TLanes.Count)
            {
                Prefetch(nextMap + channel, next, WinogradTransform.Outputs * WinogradTransform.Outputs);
                WinogradTransform<TLanes>.ToResults(products + i * PanelColumns + channel, stride, map + channel, offsets);
            }

            map = nextMap;
            offsets = next;
        }
    }

    /// <summary>Finds the samples of one of all pictures' tiles, and its picture.</summary>
    private static float* FindSamples(float* source, WinogradSides sides, int phase, int number, out nint* offsets)
    {
        var (picture, place) = Math.DivRem(number, sides.Tiles);
        offsets = sides.SamplesOf(place, phase);
        return source + picture * sides.SourceLength;
    }

    /// <summary>Finds the results of one of all pictures' tiles, and its picture.</summary>
    private static float* FindResults(float* target, WinogradSides sides, int phase, int number, out nint* offsets)
    {
        var (picture, place) = Math.DivRem(number, sides.Tiles);
        offsets = sides.ResultsOf(place, phase);
        return target + picture * sides.TargetLength;
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

    /// <summary>The products of some tiles with a panel of weights for one number of the transform.</summary>
    [SkipLocalsInit]
    private void Multiply(
        float* samples, nint stride, float* weights, float* products, WinogradSides sides, int targetPhase, int panel, int number,
        int count)
    {
        var runs = stackalloc Run[sides.SourcePhases * sides.SourcePanels];
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

        weights += sides.WeightsOf(targetPhase, panel);
        var operands = new TileOperands
        {
            RowStride = PanelColumns, StepStride = 1, BStride = PanelColumns, CStride = PanelColumns,
            // The next number's weights follow.
            Ahead = runCount > 0 ? weights + runs[0].B + (nint)depth * PanelColumns : weights,
        };
        var columns = sides.ColumnsOf(panel);
        for (var row = 0; row < count; row += tile.Rows, operands.Ahead += depth * TileOperands.AheadOfStep)
            for (var column = 0; column < columns; column += tile.Columns)
            {
                operands.A = samples + row * PanelColumns;
                operands.B = weights + column;
                operands.C = products + row * PanelColumns + column;
                tile.Multiply(
                    runs, runCount, &operands, Math.Min(tile.Rows, count - row), Math.Min(tile.Columns, columns - column),
                    accumulate: false);
            }
    }
}
