namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>A matrix added to, or multiplied by, a row of numbers for each group of its rows: what a condition does to the maps of a
/// picture.</summary>
internal sealed unsafe class GroupStage : ColumnStage
{
    private readonly Elements _x;
    private readonly Storage _rows;
    private readonly float* _numbers;
    private readonly long _columns;
    private readonly long _rowsOfGroup;
    private readonly bool _isProduct;

    private GroupStage(Elements x, Storage rows, bool isProduct, long groups, long rowsOfGroup, long columns)
        : base(groups * rowsOfGroup * columns, columns, 1 + x.Cost)
    {
        (_x, _rows, _isProduct) = (x, rows.AddReference(), isProduct);
        (_rowsOfGroup, _columns) = (rowsOfGroup, columns);
        _numbers = rows.As<float>();
    }

    /// <param name="x">(groups, rowsOfGroup, columns).</param>
    /// <param name="rows">(groups, columns).</param>
    /// <param name="isProduct">Whether to multiply; otherwise to add.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="rowsOfGroup">Rows of x in each.</param>
    /// <param name="columns">Numbers of a row.</param>
    internal static GroupStage Of(Storage x, Storage rows, bool isProduct, long groups, long rowsOfGroup, long columns) =>
        new(Input(x), rows, isProduct, groups, rowsOfGroup, columns);

    private protected override void MakeChunk(long start, int length, float* y)
    {
        var x = _x.Read(start, length, y);
        var (group, row) = Math.DivRem(start / _columns, _rowsOfGroup);
        for (int at = 0, run = 0; NextRun(start, length, ref at, ref run, out var column); row++)
        {
            if (row == _rowsOfGroup)
                (group, row) = (group + 1, 0);
            var numbers = _numbers + group * _columns + column;
            if (_isProduct)
                RowKernels.Multiply(x + at, numbers, y + at, run);
            else
                RowKernels.Add(x + at, numbers, y + at, run);
        }
    }

    private protected override void ReleaseInputs()
    {
        _x.Dispose();
        _rows.Release();
    }
}
