namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>A stage over a matrix (rows, columns) whose kernel needs numbers of each column.</summary>
internal abstract unsafe class ColumnStage(long count, long columns, int cost) : Stage(count, cost)
{
    /// <summary>The next run of a piece that stays within a row: <c>while (NextRun(...))</c>.</summary>
    /// <param name="start">The piece's first element.</param>
    /// <param name="length">The piece's length.</param>
    /// <param name="at">Where the run begins in the piece; begin with 0.</param>
    /// <param name="run">The run's length; begin with 0.</param>
    /// <param name="column">The run's first column.</param>
    private protected bool NextRun(long start, int length, ref int at, ref int run, out long column)
    {
        at += run;
        column = at == 0 ? start % columns : 0;
        run = (int)Math.Min(length - at, columns - column);
        return run > 0;
    }
}
