using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>The gradient of normalized columns to what was normalized, once the columns' sums are known.</summary>
internal sealed unsafe class NormalizeGradientStage : ColumnStage
{
    private readonly Elements _dy;
    private readonly Elements _x;
    private readonly Storage _columns;
    private readonly float* _mean;
    private readonly float* _scale;
    private readonly float* _slope;
    private readonly float* _offset;

    private NormalizeGradientStage(Elements dy, Elements x, Storage columns, long rows, long channels)
        : base(rows * channels, channels, 1 + dy.Cost + x.Cost)
    {
        (_dy, _x, _columns) = (dy, x, columns);
        _mean = columns.As<float>();
        _scale = _mean + channels;
        _slope = _scale + channels;
        _offset = _slope + channels;
    }

    /// <param name="dy">(rows, channels).</param>
    /// <param name="x">(rows, channels).</param>
    /// <param name="columns">(4, channels): mean, scale, slope and offset; the stage's from now on.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="channels">Columns of x.</param>
    internal static NormalizeGradientStage Of(Storage dy, Storage x, Storage columns, long rows, long channels) =>
        new(Input(dy), Input(x), columns, rows, channels);

    [SkipLocalsInit]
    private protected override void MakeChunk(long start, int length, float* y)
    {
        var room = stackalloc float[ChunkLength];
        float* dy = _dy.Read(start, length, y), x = _x.Read(start, length, room);
        for (int at = 0, run = 0; NextRun(start, length, ref at, ref run, out var c);)
            NormalizationKernels.GradientRow(dy + at, x + at, _mean + c, _scale + c, _slope + c, _offset + c, y + at, run);
    }

    private protected override void ReleaseInputs()
    {
        _dy.Dispose();
        _x.Dispose();
        _columns.Release();
    }
}
