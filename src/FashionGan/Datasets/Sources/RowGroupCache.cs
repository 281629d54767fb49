namespace FashionGanTf.Datasets.Sources;

/// <summary>Keeps the pictures of the last row groups that were read: they are asked for in the order that they lie in, by several threads
/// at once. What lies in a group can be read only as a whole.</summary>
internal sealed class RowGroupCache
{
    /// <summary>Where one group ends, threads are in two.</summary>
    private const int Most = 2;

    private readonly LinkedList<(ParquetShard Shard, int Group, byte[]?[] Pictures)> _kept = [];

    /// <summary>The encoded picture in a row.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal byte[] Bytes(ParquetShard shard, ParquetRow row)
    {
        byte[]?[] pictures;
        lock (_kept)
        {
            var kept = _kept.FirstOrDefault(one => one.Shard == shard && one.Group == row.Group);
            if (kept.Pictures is null)
            {
                if (_kept.Count == Most)
                    _kept.RemoveFirst();
                kept = (shard, row.Group, shard.ReadPictures(row.Group));
                _kept.AddLast(kept);
            }

            pictures = kept.Pictures;
        }

        return row.Index < pictures.Length && pictures[row.Index] is { } bytes
            ? bytes : throw new InvalidDataException($"{row.Name}: {ParquetShard.NoBytes}.");
    }
}
