using System.Text.RegularExpressions;
using FashionGanTf.Datasets.Preparing;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Parquet files as the Hugging Face Hub has them: a column with the bytes of pictures, one with labels, and the names of the
/// classes in the file's metadata. A data set may be cut into many files, <c>train-00000-of-00003.parquet</c>, ...</summary>
internal sealed partial class ParquetFiles : PictureLayout
{
    internal override bool HasPictureFiles => false;

    internal override bool HasLabelColumn => true;

    internal override string? Sign(FolderFiles folder) =>
        folder.Parquet.Count == 0 ? null : Path.GetRelativePath(folder.Root, folder.Parquet[0].FullName);

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var splits = folder.Parquet.Select(file => SplitOf(Path.GetRelativePath(folder.Root, file.FullName))).ToList();
        var collection = new PictureCollection();
        collection.LeaveOut(folder.Others);
        if (splits.TrueForAll(split => split is null))
            return Find(folder.Root, folder.Parquet.Select(file => (file, Split.Train)), options, collection);
        foreach (var (file, split) in folder.Parquet.Zip(splits))
            if (split is null)
                collection.LeaveOut(file.FullName, "its name tells neither train, validation nor test");
        var known = folder.Parquet.Zip(splits).Where(one => one.Second is not null).Select(one => (one.First, one.Second!.Value));
        return Find(folder.Root, known, options, collection);
    }

    /// <summary>Finds the pictures in one file, to train on all of them whatever it is called.</summary>
    /// <inheritdoc cref="PictureLayout.Find" path="/exception"/>
    internal static FoundPictures Find(FileInfo file, SourceOptions options) =>
        Find(file.FullName, [(file, Split.Train)], options, new PictureCollection());

    private static FoundPictures Find(string place, IEnumerable<(FileInfo File, Split Split)> files, SourceOptions options,
        PictureCollection collection)
    {
        var groups = new RowGroupCache();
        ParquetShard? first = null;
        foreach (var (file, split) in files)
        {
            var shard = ParquetShard.Open(file.FullName, file.OpenRead, options.LabelColumn);
            first ??= shard;
            if ((shard.PictureColumn, shard.LabelColumn) != (first.PictureColumn, first.LabelColumn)
                || !shard.Classes.SequenceEqual(first.Classes))
                throw new InvalidDataException($"{shard.Path} has other columns or classes than {first.Path}; name one of these " +
                    "files, or the folder of one data set.");
            foreach (var row in shard.Rows)
                if (row.Why is not null)
                    collection.LeaveOut(row.Name, row.Why);
                else
                    collection.Add(split, row.Class, new SourcePicture(row.Name)
                    {
                        Length = file.Length,
                        Modified = file.LastWriteTimeUtc,
                        Open = () => new MemoryStream(groups.Bytes(shard, row), writable: false),
                    });
        }

        return collection.Found(place, first!.LabelColumn is null ? "parquet files"
            : $"parquet files, classes from the column {OneLine.Of(first.LabelColumn)}", first.Classes, inTurn: false);
    }

    /// <summary>The part that a file's name begins with, or that a folder above it is called.</summary>
    private static Split? SplitOf(string path)
    {
        var parts = path.Split('/', '\\');
        return SplitName.Find(Beginning().Match(parts[^1]).Value)
            ?? parts.SkipLast(1).Reverse().Select(SplitName.Find).FirstOrDefault(split => split is not null);
    }

    [GeneratedRegex("^[A-Za-z]+")]
    private static partial Regex Beginning();
}
