using Parquet;
using Parquet.Schema;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>A parquet file with pictures, whose bytes are in the field <c>bytes</c> of a column, as Hugging Face's datasets have
/// them.</summary>
internal sealed class ParquetShard
{
    /// <summary>Why a row has no picture.</summary>
    internal const string NoBytes = "it has no picture's bytes";

    private const string UsualColumn = "image", BytesOfPicture = "bytes";

    /// <summary>A row group can be read only as a whole.</summary>
    private const long LargestGroup = 1L << 31;

    private readonly Func<Stream> _open;

    private ParquetShard(string path, Func<Stream> open, ParquetReader reader, Stream file, string? labelColumn)
    {
        (Path, _open) = (path, open);
        var pictures = PictureField(reader.Schema);
        PictureColumn = pictures.Path.FirstPart!;
        var labels = ParquetLabels.In(reader, labelColumn);
        LabelColumn = labels?.Column;
        var rows = new List<ParquetRow>();
        for (var group = 0; group < reader.RowGroupCount; group++)
            AddRows(rows, file, reader.OpenRowGroupReader(group), group, pictures, labels);
        (Rows, Classes) = (rows, labels?.Classes ?? []);
    }

    /// <summary>Where the file lies.</summary>
    internal string Path { get; }

    /// <summary>The column with the pictures.</summary>
    internal string PictureColumn { get; }

    /// <summary>The column with the labels; null where there is none.</summary>
    internal string? LabelColumn { get; }

    /// <summary>The file's classes in the order of their labels; none where labels are names themselves.</summary>
    internal IReadOnlyList<string> Classes { get; }

    /// <summary>All rows.</summary>
    internal IReadOnlyList<ParquetRow> Rows { get; }

    /// <summary>Reads all of a file but its pictures.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="labelColumn">The column with the labels, which then must be there; null for the usual one if it is there.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or lacks a column; the message is one line.</exception>
    internal static ParquetShard Open(string path, Func<Stream> open, string? labelColumn = null) =>
        Read(path, open, (reader, file) => new ParquetShard(path, open, reader, file, labelColumn));

    /// <summary>The encoded pictures of a row group; null for a row that has none.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    internal byte[]?[] ReadPictures(int group) =>
        Read(Path, _open, (reader, file) => Pictures(reader.OpenRowGroupReader(group), PictureField(reader.Schema), file));

    private static byte[]?[] Pictures(ParquetRowGroupReader group, DataField field, Stream file)
    {
        if (group.GetMetadata(field)?.MetaData?.TotalUncompressedSize is > LargestGroup)
            throw new InvalidDataException(
                $"a row group has more than {LargestGroup >> 20} MiB of pictures, which is too much to read at once");
        return ParquetColumn.Read<ReadOnlyMemory<byte>, byte[]>(group, field, file, bytes => bytes.ToArray());
    }

    private void AddRows(List<ParquetRow> rows, Stream file, ParquetRowGroupReader group, int number, DataField pictures,
        ParquetLabels? labels)
    {
        // Every picture takes a byte at least; a file that promises more rows would make room for them.
        if (group.RowCount < 0 || rows.Count + group.RowCount > file.Length)
            throw new InvalidDataException($"it is said to have {group.RowCount} rows more, which it cannot hold");
        var classes = labels?.Read(group, file);
        // Where the file says that no picture is missing, none of them need be read.
        var bytes = group.GetStatistics(pictures)?.NullCount == 0 ? null : Pictures(group, pictures, file);
        for (var index = 0; index < group.RowCount; index++)
            rows.Add(new ParquetRow($"{Path}, row {rows.Count}", number, index, classes?[index],
                bytes is not null && bytes[index] is null ? NoBytes : null));
    }

    /// <summary>The bytes in the column of pictures: <c>image</c>, or the only one of its kind.</summary>
    private static DataField PictureField(ParquetSchema schema)
    {
        var fields = schema.DataFields.Where(field => field.Path.Length == 2 && field.Path.ToList()[1] == BytesOfPicture
            && field.MaxRepetitionLevel == 0 && field.ClrType == typeof(ReadOnlyMemory<byte>)).ToList();
        var columns = string.Join(", ", schema.Fields.Select(field => field.Name));
        return fields.Find(field => field.Path.FirstPart == UsualColumn) ?? (fields.Count == 1 ? fields[0]
            : throw new InvalidDataException($"it has {(fields.Count == 0 ? "no column" : "several columns")} with the bytes of " +
                $"pictures, and none of them is called {UsualColumn}; there are {columns}"));
    }

    /// <summary>Reads from a file; whatever goes wrong is one line that names it.</summary>
    private static T Read<T>(string path, Func<Stream> open, Func<ParquetReader, Stream, T> read)
    {
        try
        {
            using var stream = open();
            ParquetGuard.RequireFooter(stream);
            var reader = ParquetColumn.Wait(new ValueTask<ParquetReader>(ParquetReader.CreateAsync(stream, leaveStreamOpen: true)));
            return read(reader, stream);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: permission denied.", error);
        }
        catch (FileNotFoundException)
        {
            throw;
        }
#pragma warning disable CA1031 // Parquet.Net throws many kinds on damaged files, IndexOutOfRangeException and OverflowException among them.
        catch (Exception error)
        {
            throw new InvalidDataException($"{path}: {(error is InvalidDataException ? OneLine.Of(error.Message.TrimEnd('.'))
                : "no parquet file, or a damaged one")}.", error);
        }
#pragma warning restore CA1031
    }
}
