namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>A number of each column added to a matrix.</summary>
internal sealed unsafe class BiasStage : ColumnStage
{
    private readonly Elements _x;
    private readonly Storage _bias;
    private readonly float* _numbers;

    private BiasStage(Elements x, Storage bias, long rows, long columns)
        : base(rows * columns, columns, 1 + x.Cost)
    {
        (_x, _bias) = (x, bias.AddReference());
        _numbers = bias.As<float>();
    }

    internal static BiasStage Of(Storage x, Storage bias, long rows, long columns) => new(Input(x), bias, rows, columns);

    private protected override void MakeChunk(long start, int length, float* y)
    {
        var x = _x.Read(start, length, y);
        for (int at = 0, run = 0; NextRun(start, length, ref at, ref run, out var column);)
            RowKernels.Add(x + at, _numbers + column, y + at, run);
    }

    private protected override void ReleaseInputs()
    {
        _x.Dispose();
        _bias.Release();
    }
}
