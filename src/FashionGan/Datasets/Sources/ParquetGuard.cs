using System.Buffers.Binary;
using Parquet.Meta;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Holds what a parquet file says of itself against its length before Parquet.Net believes it
/// (https://parquet.apache.org/docs/file-format).</summary>
internal static class ParquetGuard
{
    /// <summary>How much smaller a page can be packed; those of pictures are hardly packed at all.</summary>
    private const long BestCompression = 1040;

    /// <summary>What a page may hold, however small it is packed.</summary>
    private const long SmallPage = 1 << 20;

    /// <summary>Checks the description at a file's end.</summary>
    /// <exception cref="InvalidDataException">It is no parquet file, or a damaged one.</exception>
    internal static void RequireFooter(Stream file)
    {
        const int tail = 8;
        var last = Bytes(file, file.Length - tail, tail);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(last);
        if (!last.AsSpan(4).SequenceEqual("PAR1"u8))
            throw new InvalidDataException("no parquet file, or one that is cut short");
        new ThriftStructure(Bytes(file, file.Length - tail - length, length)).Walk(ThriftShape.Footer);
    }

    /// <summary>Checks the heads of the pages of a column in a row group.</summary>
    /// <param name="file">The file.</param>
    /// <param name="column">What its description says of the column.</param>
    /// <param name="rows">The rows of the group.</param>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    internal static void RequirePages(Stream file, ColumnMetaData? column, long rows)
    {
        if (column is null || column.NumValues != rows)
            throw new InvalidDataException($"damaged: a column has not as many values as its row group has rows, {rows}");
        const int unpackedId = 2, packedId = 3, dataId = 5, dictionaryId = 7, newDataId = 8;
        Span<long> numbers = stackalloc long[4];
        // Each kind of page has a head of its own, which begins with its number of values.
        Span<long> values = stackalloc long[9];
        var start = Math.Min(column.DictionaryPageOffset ?? column.DataPageOffset, column.DataPageOffset);
        var pages = Bytes(file, start, column.TotalCompressedSize);
        for (var at = 0; at < pages.Length;)
        {
            numbers.Clear();
            values.Clear();
            var head = new ThriftStructure(pages.AsSpan(at));
            head.Walk(ThriftShape.Page, numbers, values);
            at += head.Length;
            var (unpacked, packed) = (numbers[unpackedId], numbers[packedId]);
            if (packed < 0 || packed > pages.Length - at || unpacked < 0 || unpacked > SmallPage + BestCompression * packed)
                throw new InvalidDataException("damaged: a page is said to be larger than it can be");
            if (values[dataId] < 0 || values[dataId] > rows || values[newDataId] < 0 || values[newDataId] > rows
                || values[dictionaryId] < 0 || values[dictionaryId] > unpacked)
                throw new InvalidDataException("damaged: a page is said to have more values than it can have");
            at += (int)packed;
        }
    }

    private static byte[] Bytes(Stream file, long start, long length)
    {
        if (start < 0 || length < 0 || length > file.Length - start || length > Array.MaxLength)
            throw new InvalidDataException("no parquet file, or one that is cut short");
        var bytes = new byte[length];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }
}
