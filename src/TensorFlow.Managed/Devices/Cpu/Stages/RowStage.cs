namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>A number of each row added to a matrix, or multiplied by it: noise, say, which all channels of a pixel share.
/// One number for all elements is that of a single row.</summary>
internal sealed unsafe class RowStage : ColumnStage
{
    private readonly Elements _x;
    private readonly Storage _rows;
    private readonly float* _numbers;
    private readonly long _columns;
    private readonly bool _isProduct;

    private RowStage(Elements x, Storage rows, bool isProduct, long count, long columns)
        : base(count, columns, 1 + x.Cost)
    {
        (_x, _rows, _columns, _isProduct) = (x, rows.AddReference(), columns, isProduct);
        _numbers = rows.As<float>();
    }

    /// <param name="x">(rows, columns).</param>
    /// <param name="numbers">(rows).</param>
    /// <param name="isProduct">Whether to multiply; otherwise to add.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">Numbers of a row of x.</param>
    internal static RowStage Of(Storage x, Storage numbers, bool isProduct, long rows, long columns) =>
        new(Input(x), numbers, isProduct, rows * columns, columns);

    private protected override void MakeChunk(long start, int length, float* y)
    {
        var x = _x.Read(start, length, y);
        var row = start / _columns;
        for (int at = 0, run = 0; NextRun(start, length, ref at, ref run, out _); row++)
        {
            if (_isProduct)
                RowKernels.Multiply(x + at, _numbers[row], y + at, run);
            else
                RowKernels.Add(x + at, _numbers[row], y + at, run);
        }
    }

    private protected override void ReleaseInputs()
    {
        _x.Dispose();
        _rows.Release();
    }
}
