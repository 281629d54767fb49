using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// A convolution and its gradient to the input are the same loop: a place of the target gathers taps of the source. A tile's rows have the
/// same taps. They are places of one row of a picture, which lie near each other, or the same place in consecutive pictures.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of the source that a piece of work goes through at most, as long as it has several rows: they stay in a core's
    /// cache.</summary>
    private const int SourceBlock = 1 << 17;

    /// <summary>Elements of weights, whole rows of taps, that the places of a piece go through before the next: they stay in the nearest
    /// cache.</summary>
    private const int WeightsBlock = 1 << 13;

    /// <summary>Pieces that there are at least, to share evenly, where pictures are few.</summary>
    private const int FewestPieces = 8;

    /// <summary>target[n, h, w, :] = sum over the taps of the place (h, w) of source[n, tap, :] weights[tap, :, :].</summary>
    /// <param name="tapsH">Which row of the source a tap of a row of the target meets.</param>
    /// <param name="tapsW">Which column of the source a tap of a column of the target meets.</param>
    /// <param name="source">What is gathered.</param>
    /// <param name="weights">Panels of [tap][channel of the source][column].</param>
    /// <param name="target">What is written.</param>
    private void Gather<TTaps>(TTaps tapsH, TTaps tapsW, Pictures source, float* weights, Pictures target) where TTaps : struct, ITaps
    {
        var sides = Sides.Of(tapsW, source.W, target.W);
        // Sides have to be laid out, which short rows do not make up for.
        var alongRows = sides.AreNone || target.W >= tapsW.Step * tile.Rows || source.N < tile.Rows;
        var pictures = alongRows ? 1
            : tile.Rows * (int)Math.Clamp(SourceBlock / Math.Max(1, source.Length * tile.Rows), 1, Pieces(source.N, tile.Rows));
        var blocks = Pieces(source.N, pictures);
        var parts = (int)Math.Clamp(
            Math.Max(FewestPieces / Math.Max(1, blocks), pictures * source.Length / SourceBlock), 1, Math.Max(1, target.H));
        Work.Run(checked(blocks * parts), i =>
        {
            var (block, part) = Math.DivRem(i, parts);
            var n = block * pictures;
            GatherRows(
                tapsH, tapsW, source, weights, target, n, Math.Min(pictures, source.N - n), PartStart(target.H, parts, part),
                PartStart(target.H, parts, part + 1), alongRows, alongRows ? sides : default);
        });
    }

    [SkipLocalsInit]
    private void GatherRows<TTaps>(
        TTaps tapsH, TTaps tapsW, Pictures source, float* weights, Pictures target, int n, int pictures, int firstH, int endH,
        bool alongRows, Sides sides)
        where TTaps : struct, ITaps
    {
        var rows = LayOutRows(tapsH, source, n, firstH, endH, sides);
        nint rowLength = sides.RowLength(source), tapLength = (nint)source.Channels * tile.Columns;
        var room = stackalloc Run[RunCapacity];
        var runs = new RunList(room, RunCapacity, 1, tile.Columns);
        var rowsInBlock = (int)Math.Clamp(WeightsBlock / Math.Max(1, tapsW.Count * tapLength), 1, tapsH.Count);
        for (var column = 0; column < target.Channels; column += tile.Columns, weights += tapsH.Count * tapsW.Count * tapLength)
            for (var firstTap = 0; firstTap < tapsH.Count; firstTap += rowsInBlock)
                for (var h = firstH; h < endH; h++)
                    for (var w = 0; w < (alongRows ? Math.Min(tapsW.Step, target.W) : target.W); w++)
                    {
                        var first = target.First + n * target.Length + ((nint)h * target.W + w) * target.Channels + column;
                        var columns = Math.Min(tile.Columns, target.Channels - column);
                        var places = alongRows
                            ? new Places(
                                first, (nint)tapsW.Step * target.Channels, (nint)tapsW.Advance * source.Channels,
                                Pieces(target.W - w, tapsW.Step), columns)
                            : new Places(first, target.Length, source.Length, pictures, columns);
                        var accumulate = firstTap > 0;
                        runs.Clear();
                        for (var kh = firstTap; kh < Math.Min(tapsH.Count, firstTap + rowsInBlock); kh++)
                        {
                            if (!tapsH.Meets(h, kh, out var sourceH) || (uint)sourceH >= source.H)
                                continue;
                            for (var kw = 0; kw < tapsW.Count; kw++)
                            {
                                if (!tapsW.Meets(w, kw, out var sourceW) || !sides.Hold(sourceW, source.W))
                                    continue;
                                if (runs.IsFull)
                                {
                                    MultiplyPlaces(runs, rows, weights, places, accumulate);
                                    accumulate = true;
                                    runs.Clear();
                                }

                                runs.Add(
                                    sourceH * rowLength + (nint)sourceW * source.Channels, ((nint)kh * tapsW.Count + kw) * tapLength,
                                    source.Channels);
                            }
                        }

                        // Sums of nothing are written as 0, once.
                        if (runs.Count > 0 || !accumulate)
                            MultiplyPlaces(runs, rows, weights, places, accumulate);
                    }
    }

    /// <summary>Multiplies the runs of the first of some places for tiles of all of them.</summary>
    private void MultiplyPlaces(RunList runs, float* rows, float* weights, in Places places, bool accumulate)
    {
        var operands = new TileOperands
        {
            RowStride = places.SourceStep, StepStride = 1, B = weights, BStride = tile.Columns, CStride = places.TargetStep,
        };
        var tiles = Pieces(places.Count, tile.Rows);
        for (int i = 0, place = 0; i < tiles; i++)
        {
            var end = PartStart(places.Count, tiles, i + 1);
            operands.A = rows + place * places.SourceStep;
            operands.C = places.Target + place * places.TargetStep;
            tile.Multiply(runs.Runs, runs.Count, &operands, end - place, places.Columns, accumulate);
            place = end;
        }
    }

    /// <summary>Lays out those rows of a picture that some rows of the target gather, between zeros where there are
    /// <paramref name="sides"/>; otherwise they are read where they lie.</summary>
    /// <returns>Where the picture's first element lies, or would lie.</returns>
    private static float* LayOutRows<TTaps>(TTaps tapsH, Pictures source, int n, int firstH, int endH, Sides sides)
        where TTaps : struct, ITaps
    {
        var (first, end) = (source.H, 0);
        for (var h = firstH; h < endH; h++)
            for (var kh = 0; kh < tapsH.Count; kh++)
                if (tapsH.Meets(h, kh, out var sourceH) && (uint)sourceH < source.H)
                    (first, end) = (Math.Min(first, sourceH), Math.Max(end, sourceH + 1));
        var room = sides.AreNone ? null : Scratch.Of(Math.Max(0, end - first) * sides.RowLength(source));
        return LayOutRows(source, n, first, end, sides, room);
    }

    private static float* LayOutRows(Pictures source, int n, int first, int end, Sides sides, float* rows)
    {
        nint length = sides.RowLength(source), before = (nint)sides.Before * source.Channels, row = (nint)source.W * source.Channels;
        var picture = source.First + n * source.Length;
        if (sides.AreNone)
            return picture;
        for (var h = first; h < end; h++)
        {
            var target = rows + (h - first) * length;
            new Span<float>(target, (int)before).Clear();
            new ReadOnlySpan<float>(picture + h * row, (int)row).CopyTo(new Span<float>(target + before, (int)row));
            new Span<float>(target + before + row, (int)(length - before - row)).Clear();
        }

        return rows - first * length + before;
    }

    /// <summary>Places of the target that have the same taps.</summary>
    /// <param name="target">The first one, at a panel's first column.</param>
    /// <param name="targetStep">Elements from one to the next.</param>
    /// <param name="sourceStep">Elements of the source between what they gather.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">The panel's columns.</param>
    private readonly struct Places(float* target, nint targetStep, nint sourceStep, int count, int columns)
    {
        internal float* Target => target;

        internal nint TargetStep => targetStep;

        internal nint SourceStep => sourceStep;

        internal int Count => count;

        internal int Columns => columns;
    }

    /// <summary>Columns of zeros at the sides of a picture that taps reach.</summary>
    /// <param name="Before">Before its first column.</param>
    /// <param name="After">After its last one.</param>
    private readonly record struct Sides(int Before, int After)
    {
        /// <summary>The sides that all places of a row of the target reach.</summary>
        internal static Sides Of<TTaps>(TTaps taps, int sourceW, int targetW) where TTaps : struct, ITaps
        {
            var (first, last) = (0, sourceW - 1);
            for (var w = 0; w < targetW; w++)
                for (var kw = 0; kw < taps.Count; kw++)
                    if (taps.Meets(w, kw, out var source))
                        (first, last) = (Math.Min(first, source), Math.Max(last, source));
            return new Sides(-first, last - sourceW + 1);
        }

        internal bool AreNone => Before == 0 && After == 0;

        /// <summary>Whether a column lies in the picture or in its sides.</summary>
        internal bool Hold(int column, int width) => (uint)(column + Before) < (uint)(Before + width + After);

        /// <summary>Elements of a row with its sides.</summary>
        internal nint RowLength(Pictures source) => ((nint)Before + source.W + After) * source.Channels;
    }

    /// <summary>A batch of pictures in memory.</summary>
    private readonly struct Pictures(float* first, int n, int h, int w, int channels)
    {
        internal float* First => first;

        internal int N => n;

        internal int H => h;

        internal int W => w;

        internal int Channels => channels;

        /// <summary>Elements of one picture.</summary>
        internal nint Length => (nint)h * w * channels;
    }
}
