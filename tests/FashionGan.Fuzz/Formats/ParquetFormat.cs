using FashionGanTf.Datasets.Sources;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>Parquet files with pictures, whose bytes stay as they are here; other formats decode them.</summary>
internal sealed class ParquetFormat : FuzzFormat
{
    internal override string Name => "parquet";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "parquet")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    internal override IReadOnlyList<byte[]> Words { get; } =
        ["PAR1"u8.ToArray(), "image"u8.ToArray(), "bytes"u8.ToArray(), "label"u8.ToArray(), "huggingface"u8.ToArray()];

    internal override void Read(byte[] file)
    {
        var shard = ParquetShard.Open("file", () => new MemoryStream(file));
        foreach (var group in shard.Rows.Select(row => row.Group).Distinct())
            shard.ReadPictures(group);
    }

    internal override long MostMemory(byte[] file) => (16 << 20) + 64L * file.Length;
}
