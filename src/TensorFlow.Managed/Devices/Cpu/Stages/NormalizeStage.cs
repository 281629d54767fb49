namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>Columns brought to a mean and a deviation.</summary>
internal sealed unsafe class NormalizeStage : ColumnStage
{
    private readonly Elements _x;
    private readonly Storage _columns;
    private readonly float* _mean;
    private readonly float* _scale;
    private readonly float* _shift;

    private NormalizeStage(Elements x, Storage columns, long rows, long channels)
        : base(rows * channels, channels, 1 + x.Cost)
    {
        (_x, _columns) = (x, columns);
        _mean = columns.As<float>();
        _scale = _mean + channels;
        _shift = _scale + channels;
    }

    /// <param name="x">(rows, channels).</param>
    /// <param name="columns">(3, channels): mean, scale and shift; the stage's from now on.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="channels">Columns of x.</param>
    internal static NormalizeStage Of(Storage x, Storage columns, long rows, long channels) => new(Input(x), columns, rows, channels);

    private protected override void MakeChunk(long start, int length, float* y)
    {
        var x = _x.Read(start, length, y);
        for (int at = 0, run = 0; NextRun(start, length, ref at, ref run, out var c);)
            NormalizationKernels.ForwardRow(x + at, _mean + c, _scale + c, _shift + c, y + at, run);
    }

    private protected override void ReleaseInputs()
    {
        _x.Dispose();
        _columns.Release();
    }
}
