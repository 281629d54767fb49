using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>
/// What the weights of a convolution, or of its gradient to the input, are transformed for; equal values give equal transforms of the
/// same weights. For each phase of the target and each panel of its channels the transform has 36 matrices side by side, (channels of the
/// source's phases that are not 0 there, <see cref="PanelColumns"/>); where a panel has fewer columns, the others hold nothing.
/// </summary>
/// <param name="Vertical">The side of the rows.</param>
/// <param name="Horizontal">The side of the columns.</param>
/// <param name="SourceChannels">Channels of what is read.</param>
/// <param name="TargetChannels">Channels of what is written.</param>
internal sealed record WinogradSides(WinogradAxis Vertical, WinogradAxis Horizontal, int SourceChannels, int TargetChannels)
{
    /// <summary>Channels that lie side by side in every transform: as many as the widest tile has columns.</summary>
    internal const int PanelColumns = TileKernel.LargestColumns;

    private const int Samples = WinogradTransform.Samples, Numbers = WinogradTransform.Numbers,
        Results = WinogradTransform.Outputs * WinogradTransform.Outputs;

    /// <summary>Made once: a model has few shapes, and its every step asks for them.</summary>
    private static readonly ConcurrentDictionary<(WinogradAxis, WinogradAxis, int, int), Tables> s_tables = new();

    /// <summary>Equal sides have the same ones, so they change nothing about which are equal.</summary>
    private readonly Tables _tables = s_tables.GetOrAdd(
        (Vertical, Horizontal, SourceChannels, TargetChannels), static key => new(key.Item1, key.Item2, key.Item3, key.Item4));

    internal int SourcePhases => Vertical.SourcePhases * Horizontal.SourcePhases;

    internal int TargetPhases => Vertical.TargetPhases * Horizontal.TargetPhases;

    internal int SourcePanels => Panels(SourceChannels);

    internal int TargetPanels => Panels(TargetChannels);

    /// <summary>Tiles of a picture.</summary>
    internal int Tiles => Vertical.Tiles * Horizontal.Tiles;

    /// <summary>Elements of a picture of the source.</summary>
    internal nint SourceLength => (nint)Vertical.SourceLength * Horizontal.SourceLength * SourceChannels;

    /// <summary>Elements of a picture of the target.</summary>
    internal nint TargetLength => (nint)Vertical.TargetLength * Horizontal.TargetLength * TargetChannels;

    /// <summary>Elements of memory that the transformed weights take.</summary>
    internal long WeightsLength => (long)TargetPanels * _tables.Rows[^1] * PanelColumns;

    /// <summary>Products that one channel of the source and one of the target need.</summary>
    internal long Products => (long)Tiles * _tables.Rows[^1] / SourceChannels;

    internal static int Panels(int channels) => (channels + PanelColumns - 1) / PanelColumns;

    /// <summary>Channels of a panel of the target: the last one may have fewer.</summary>
    internal int ColumnsOf(int panel) => Math.Min(PanelColumns, TargetChannels - panel * PanelColumns);

    /// <summary>The sides of the gradient to the input.</summary>
    internal WinogradSides Transposed() => new(Vertical.Transposed(), Horizontal.Transposed(), TargetChannels, SourceChannels);

    /// <summary>Where the matrices of a phase of the target and a panel begin among the transformed weights.</summary>
    internal nint WeightsOf(int targetPhase, int panel)
    {
        var rows = _tables.Rows;
        return (nint)(TargetPanels * rows[targetPhase] + panel * (rows[targetPhase + 1] - rows[targetPhase])) * PanelColumns;
    }

    /// <summary>For each number of the transform, where the matrix's part of a phase of the source begins among those of a phase of the
    /// target and a panel; below 0: it is 0 and left out. Not to be changed.</summary>
    internal nint[] PlacesOf(int sourcePhase, int targetPhase) => _tables.Places[sourcePhase * TargetPhases + targetPhase];

    /// <summary>Where the taps that a pair of phases has lie in the kernel, 3 x 3, below 0 where there is none.</summary>
    /// <param name="phase">The phase of that which has several.</param>
    /// <param name="tapLength">Elements from one tap to the next.</param>
    /// <param name="offsets">Room for 9.</param>
    internal unsafe void FindTaps(int phase, nint tapLength, nint* offsets)
    {
        var (p, q) = Math.DivRem(phase, Math.Max(Horizontal.SourcePhases, Horizontal.TargetPhases));
        for (var i = 0; i < WinogradTransform.Taps; i++)
            for (var j = 0; j < WinogradTransform.Taps; j++)
            {
                int kh = Vertical.Tap(p, i), kw = Horizontal.Tap(q, j);
                *offsets++ = kh < 0 || kw < 0 ? -1 : ((nint)kh * Horizontal.Kernel + kw) * tapLength;
            }
    }

    /// <summary>Where a tile's samples lie in a picture, 6 x 6, below 0 outside. Not to be changed.</summary>
    internal unsafe nint* SamplesOf(int tile, int phase) => At(_tables.SamplePlaces, (phase * Tiles + tile) * Numbers);

    /// <summary>Where a tile's results lie in a picture, 4 x 4, below 0 outside. Not to be changed.</summary>
    internal unsafe nint* ResultsOf(int tile, int phase) => At(_tables.ResultPlaces, (phase * Tiles + tile) * Results);

    /// <summary>An element of an array that the garbage collector does not move.</summary>
    private static unsafe nint* At(nint[] pinned, int index) => (nint*)Unsafe.AsPointer(ref pinned[index]);

    /// <summary>Which parts of the transformed weights are there, and where; where the samples and results of tiles lie.</summary>
    private sealed class Tables
    {
        internal Tables(WinogradAxis vertical, WinogradAxis horizontal, int sourceChannels, int targetChannels)
        {
            int sources = vertical.SourcePhases * horizontal.SourcePhases, targets = vertical.TargetPhases * horizontal.TargetPhases;
            Rows = new long[targets + 1];
            Places = new nint[sources * targets][];
            for (var i = 0; i < Places.Length; i++)
                Places[i] = new nint[Numbers];
            for (var target = 0; target < targets; target++)
            {
                nint rows = 0;
                for (var number = 0; number < Numbers; number++)
                    for (var source = 0; source < sources; source++)
                    {
                        // One of the two is the only one.
                        var (p, q) = Math.DivRem(source + target, Math.Max(horizontal.SourcePhases, horizontal.TargetPhases));
                        var (i, j) = Math.DivRem(number, Samples);
                        var isZero = vertical.IsZero(p, i) || horizontal.IsZero(q, j);
                        Places[source * targets + target][number] = isZero ? -1 : rows * PanelColumns;
                        rows += isZero ? 0 : sourceChannels;
                    }

                Rows[target + 1] = Rows[target] + rows;
            }

            SamplePlaces = PlacesOfTiles(
                vertical.Tiles, horizontal.Tiles, vertical.SourcePhases, horizontal.SourcePhases, Samples, vertical.SourcePlace,
                horizontal.SourcePlace, horizontal.SourceLength, sourceChannels);
            ResultPlaces = PlacesOfTiles(
                vertical.Tiles, horizontal.Tiles, vertical.TargetPhases, horizontal.TargetPhases, WinogradTransform.Outputs,
                vertical.TargetPlace, horizontal.TargetPlace, horizontal.TargetLength, targetChannels);
        }

        /// <summary>Rows of the matrices of all phases of the target before one; the last number is that of all.</summary>
        internal long[] Rows { get; }

        internal nint[][] Places { get; }

        /// <summary>Of each phase of the source and tile, where its samples lie.</summary>
        internal nint[] SamplePlaces { get; }

        /// <summary>Of each phase of the target and tile, where its results lie.</summary>
        internal nint[] ResultPlaces { get; }

        /// <param name="rows">Tiles from top to bottom.</param>
        /// <param name="columns">Tiles from left to right.</param>
        /// <param name="rowPhases">Phases of the rows.</param>
        /// <param name="columnPhases">Phases of the columns.</param>
        /// <param name="width">Places of a tile along one side.</param>
        /// <param name="rowOf">The row of a tile, a phase and a place in it, below 0 outside.</param>
        /// <param name="columnOf">The column likewise.</param>
        /// <param name="rowLength">Pixels of a row.</param>
        /// <param name="channels">Elements of a pixel.</param>
        private static nint[] PlacesOfTiles(
            int rows, int columns, int rowPhases, int columnPhases, int width, Func<int, int, int, int> rowOf,
            Func<int, int, int, int> columnOf, nint rowLength, nint channels)
        {
            var places = GC.AllocateUninitializedArray<nint>(rows * columns * rowPhases * columnPhases * width * width, pinned: true);
            for (var at = 0; at < places.Length; at++)
            {
                var (rest, j) = Math.DivRem(at, width);
                (rest, var i) = Math.DivRem(rest, width);
                (rest, var column) = Math.DivRem(rest, columns);
                (rest, var row) = Math.DivRem(rest, rows);
                var (p, q) = Math.DivRem(rest, columnPhases);
                int h = rowOf(row, p, i), w = columnOf(column, q, j);
                places[at] = h < 0 || w < 0 ? -1 : (h * rowLength + w) * channels;
            }

            return places;
        }
    }
}
