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

    /// <summary>target[n, h, w, :] = sum over the taps of the place (h, w) of source[n, tap, :] weights[tap, :, :].</summary>
    /// <param name="taps">Which place of the source a tap of a place of the target meets.</param>
    /// <param name="tapCount">How many taps the kernel has.</param>
    /// <param name="source">What is gathered.</param>
    /// <param name="weights">Panels of [tap][channel of the source][column].</param>
    /// <param name="target">What is written.</param>
    private void Gather<TTaps>(TTaps taps, int tapCount, Pictures source, float* weights, Pictures target) where TTaps : struct, ITaps
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
                taps, tapCount, source, weights + panel * (nint)tapCount * source.Channels * tile.Columns, target,
                panel * tile.Columns, h, first, Math.Min(source.N, first + picturesInBlock));
        });
    }

    [SkipLocalsInit]
    private void GatherRow<TTaps>(
        TTaps taps, int tapCount, Pictures source, float* weights, Pictures target, int firstColumn, int h, int firstPicture, int endPicture)
        where TTaps : struct, ITaps
    {
        var columns = Math.Min(tile.Columns, target.Channels - firstColumn);
        var room = stackalloc Run[RunCapacity];
        var runs = new RunList(room, RunCapacity, 1, tile.Columns);
        var operands = new TileOperands
        {
            RowStride = source.Length, StepStride = 1, B = weights, BStride = tile.Columns, CStride = target.Length,
        };
        for (var w = 0; w < target.W; w++)
        {
            runs.Clear();
            var accumulate = false;
            for (var tap = 0; tap <= tapCount; tap++)
            {
                if (tap == tapCount || runs.IsFull)
                {
                    for (var n = firstPicture; n < endPicture; n += tile.Rows)
                    {
                        operands.A = source.First + n * source.Length;
                        operands.C = target.First + n * target.Length + ((nint)h * target.W + w) * target.Channels + firstColumn;
                        tile.Multiply(runs.Runs, runs.Count, &operands, Math.Min(tile.Rows, endPicture - n), columns, accumulate);
                    }

                    accumulate = true;
                    runs.Clear();
                }

                if (tap < tapCount && taps.TryFind(h, w, tap, out var place))
                    runs.Add(place * source.Channels, (nint)tap * source.Channels * tile.Columns, source.Channels);
            }
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
