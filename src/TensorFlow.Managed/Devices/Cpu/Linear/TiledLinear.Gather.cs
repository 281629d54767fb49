using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <content>
/// A convolution and its gradient to the input are the same loop: a place of the target gathers taps of the source. A tile's rows are
/// the same place in consecutive pictures, so that all have the same taps.
/// </content>
internal sealed unsafe partial class TiledLinear
{
    /// <summary>Elements of source pictures that a piece of work goes through place by place; they stay in a core's cache.</summary>
    private const int SourceBlock = 1 << 17;

    /// <summary>Elements of weights, whole rows of taps, that a row of places goes through before the next:
    /// they stay in a core's cache.</summary>
    private const int WeightsBlock = 1 << 16;

    /// <summary>target[n, h, w, :] = sum over the taps of the place (h, w) of source[n, tap, :] weights[tap, :, :].</summary>
    /// <param name="tapsH">Which row of the source a tap of a row of the target meets.</param>
    /// <param name="tapsW">Which column of the source a tap of a column of the target meets.</param>
    /// <param name="source">What is gathered.</param>
    /// <param name="weights">Panels of [tap][channel of the source][column].</param>
    /// <param name="target">What is written.</param>
    private void Gather<TTaps>(TTaps tapsH, TTaps tapsW, Pictures source, float* weights, Pictures target) where TTaps : struct, ITaps
    {
        var tiles = (int)Math.Clamp(SourceBlock / Math.Max(1, source.Length * tile.Rows), 1, Pieces(Math.Max(1, source.N), tile.Rows));
        var picturesInBlock = tiles * tile.Rows;
        var blocks = Pieces(source.N, picturesInBlock);
        var panels = Pieces(target.Channels, tile.Columns);
        Work.Run(checked(panels * blocks * target.H), i =>
        {
            var (part, h) = Math.DivRem(i, target.H);
            var (panel, block) = Math.DivRem(part, blocks);
            var first = block * picturesInBlock;
            GatherRow(
                tapsH, tapsW, source, weights + panel * (nint)tapsH.Count * tapsW.Count * source.Channels * tile.Columns, target,
                panel * tile.Columns, h, first, Math.Min(source.N, first + picturesInBlock));
        });
    }

    [SkipLocalsInit]
    private void GatherRow<TTaps>(
        TTaps tapsH, TTaps tapsW, Pictures source, float* weights, Pictures target, int firstColumn, int h, int firstPicture,
        int endPicture)
        where TTaps : struct, ITaps
    {
        var room = stackalloc Run[RunCapacity];
        var runs = new RunList(room, RunCapacity, 1, tile.Columns);
        var operands = new TileOperands
        {
            RowStride = source.Length, StepStride = 1, B = weights, BStride = tile.Columns, CStride = target.Length,
        };
        var columns = Math.Min(tile.Columns, target.Channels - firstColumn);
        var tapLength = (nint)source.Channels * tile.Columns;
        var rowsInBlock = (int)Math.Clamp(WeightsBlock / Math.Max(1, tapsW.Count * tapLength), 1, tapsH.Count);
        for (var firstTap = 0; firstTap < tapsH.Count; firstTap += rowsInBlock)
            for (var w = 0; w < target.W; w++)
            {
                var place = ((nint)h * target.W + w) * target.Channels + firstColumn;
                var accumulate = firstTap > 0;
                runs.Clear();
                for (var kh = firstTap; kh < Math.Min(tapsH.Count, firstTap + rowsInBlock); kh++)
                {
                    var sourceH = tapsH.Find(h, kh);
                    for (var kw = 0; sourceH >= 0 && kw < tapsW.Count; kw++)
                    {
                        var sourceW = tapsW.Find(w, kw);
                        if (sourceW < 0)
                            continue;
                        if (runs.IsFull)
                        {
                            MultiplyPictures(runs, &operands, source, target, place, columns, firstPicture, endPicture, accumulate);
                            accumulate = true;
                            runs.Clear();
                        }

                        runs.Add(((nint)sourceH * source.W + sourceW) * source.Channels, ((nint)kh * tapsW.Count + kw) * tapLength,
                            source.Channels);
                    }
                }

                // Sums of nothing are written as 0, once.
                if (runs.Count > 0 || !accumulate)
                    MultiplyPictures(runs, &operands, source, target, place, columns, firstPicture, endPicture, accumulate);
            }
    }

    /// <summary>Multiplies the runs of one place for tiles of pictures.</summary>
    private void MultiplyPictures(
        RunList runs, TileOperands* operands, Pictures source, Pictures target, nint place, int columns, int firstPicture, int endPicture,
        bool accumulate)
    {
        for (var n = firstPicture; n < endPicture; n += tile.Rows)
        {
            operands->A = source.First + n * source.Length;
            operands->C = target.First + n * target.Length + place;
            tile.Multiply(runs.Runs, runs.Count, operands, Math.Min(tile.Rows, endPicture - n), columns, accumulate);
        }
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
