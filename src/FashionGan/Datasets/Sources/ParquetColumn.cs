using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Reads a column of a parquet file, nested in another or not.</summary>
internal static class ParquetColumn
{
    /// <summary>A column's values row by row. Of one with nulls Parquet.Net gives the values that are there, one after the other, and
    /// beside them a level for each row, which is the highest where there is a value.</summary>
    /// <param name="group">The rows.</param>
    /// <param name="field">The column; not a list.</param>
    /// <param name="file">The file that the group is read from.</param>
    /// <param name="convert">Takes a value out of Parquet.Net's memory, which is used again.</param>
    /// <returns>A value for each row; null where there is none.</returns>
    internal static TTo?[] Read<TFrom, TTo>(ParquetRowGroupReader group, DataField field, Stream file,
        Func<TFrom, TTo> convert)
        where TFrom : struct
        where TTo : class
    {
        ParquetGuard.RequirePages(file, group.GetMetadata(field)?.MetaData, group.RowCount);
        using var column = (RawColumnData<TFrom>)Wait(group.ReadRawColumnDataBaseAsync(field));
        var levels = field.MaxDefinitionLevel == 0 ? [] : column.DefinitionLevels;
        var spread = new TTo?[group.RowCount];
        var next = 0;
        for (var row = 0; row < spread.Length; row++)
            if (field.MaxDefinitionLevel == 0 || levels[row] == field.MaxDefinitionLevel)
                spread[row] = convert(column.Values[next++]);
        return spread;
    }

    /// <summary>The result of what Parquet.Net does another time; nothing waits for this thread.</summary>
    internal static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
