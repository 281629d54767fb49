namespace FashionGanTf.Datasets.Sources;

/// <summary>
/// What fields a structure has, by their ids, and of what types. Parquet.Net takes it for granted that a field has the type that it ought
/// to have, and where it has not, takes other bytes for a length. Shapes are those of
/// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
/// </summary>
/// <param name="fields">What stands at each id, from 0; null for an id that may hold anything.</param>
internal sealed class ThriftShape(params ThriftType?[] fields)
{
    private static readonly ThriftType s_number = ThriftType.Number, s_bytes = ThriftType.Bytes, s_truth = ThriftType.Truth;

    private static readonly ThriftShape s_statistics = new(null, s_bytes, s_bytes, s_number, s_number, s_bytes, s_bytes, s_truth, s_truth);

    private static readonly ThriftShape s_unit = new(null, ThriftType.Of(new()), ThriftType.Of(new()), ThriftType.Of(new()));

    private static readonly ThriftShape s_time = new(null, s_truth, ThriftType.Of(s_unit));

    private static readonly ThriftShape s_logicalType = new(null, ThriftType.Of(new()), ThriftType.Of(new()), ThriftType.Of(new()),
        ThriftType.Of(new()), ThriftType.Of(new(null, s_number, s_number)), ThriftType.Of(new()), ThriftType.Of(s_time),
        ThriftType.Of(s_time), null, ThriftType.Of(new(null, s_number, s_truth)), ThriftType.Of(new()), ThriftType.Of(new()),
        ThriftType.Of(new()), ThriftType.Of(new()), ThriftType.Of(new()), ThriftType.Of(new(null, s_number)),
        ThriftType.Of(new(null, s_bytes)), ThriftType.Of(new(null, s_bytes, s_number)));

    private static readonly ThriftShape s_schemaElement = new(null, s_number, s_number, s_number, s_bytes, s_number, s_number, s_number,
        s_number, s_number, ThriftType.Of(s_logicalType));

    private static readonly ThriftShape s_pair = new(null, s_bytes, s_bytes);

    private static readonly ThriftShape s_sizes = new(null, s_number, ThriftType.ListOf(s_number), ThriftType.ListOf(s_number));

    private static readonly ThriftShape s_columnMetaData = new(null, s_number, ThriftType.ListOf(s_number), ThriftType.ListOf(s_bytes),
        s_number, s_number, s_number, s_number, ThriftType.ListOf(ThriftType.Of(s_pair)), s_number, s_number, s_number,
        ThriftType.Of(s_statistics), ThriftType.ListOf(ThriftType.Of(new(null, s_number, s_number, s_number))), s_number, s_number,
        ThriftType.Of(s_sizes));

    // Files whose columns are encrypted have keys here, and are not read.
    private static readonly ThriftShape s_columnChunk = new(null, s_bytes, s_number, ThriftType.Of(s_columnMetaData), s_number, s_number,
        s_number, s_number, ThriftType.Of(new(ThriftType.None, ThriftType.None, ThriftType.None)), s_bytes);

    private static readonly ThriftShape s_rowGroup = new(null, ThriftType.ListOf(ThriftType.Of(s_columnChunk)), s_number, s_number,
        ThriftType.ListOf(ThriftType.Of(new(null, s_number, s_truth, s_truth))), s_number, s_number, s_number);

    /// <summary>FileMetaData, at the end of a file.</summary>
    internal static ThriftShape Footer { get; } = new(null, s_number, ThriftType.ListOf(ThriftType.Of(s_schemaElement)), s_number,
        ThriftType.ListOf(ThriftType.Of(s_rowGroup)), ThriftType.ListOf(ThriftType.Of(s_pair)), s_bytes,
        ThriftType.ListOf(ThriftType.Of(new(null, ThriftType.Of(new())))), ThriftType.None, ThriftType.None);

    /// <summary>PageHeader, before each page.</summary>
    internal static ThriftShape Page { get; } = new(null, s_number, s_number, s_number, s_number,
        ThriftType.Of(new(null, s_number, s_number, s_number, s_number, ThriftType.Of(s_statistics))), ThriftType.Of(new()),
        ThriftType.Of(new(null, s_number, s_number, s_truth)),
        ThriftType.Of(new(null, s_number, s_number, s_number, s_number, s_number, s_number, s_truth, ThriftType.Of(s_statistics))));

    /// <summary>What stands at an id; null for one that may hold anything.</summary>
    internal ThriftType? At(long id) => id >= 0 && id < fields.Length ? fields[id] : null;
}
