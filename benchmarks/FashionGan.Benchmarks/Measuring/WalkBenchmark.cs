using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using Tensorflow;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures what reading many pictures costs.</summary>
internal static class WalkBenchmark
{
    private const int Size = 64;

    /// <summary>Packs made pictures, then goes through them once as a training does.</summary>
    internal static WalkReport Run(int count, int batch)
    {
        var folder = Directory.CreateTempSubdirectory("fashion-gan-walk-").FullName;
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var packed = PictureCache.Prepare(
                [.. Enumerable.Range(0, count).Select(i => new SourcePicture($"picture {i}") { Pixels = () => Made(i) })],
                new Preparation(Size), folder: folder);
            var packing = Stopwatch.GetElapsedTime(start);
            var before = ProcessMemory.Resident;
            start = Stopwatch.GetTimestamp();
            var (read, most) = (0L, 0L);
            foreach (var (pictures, _) in TrainingPictures.Batches(packed, batch, flip: true))
            {
                read += pictures[0].shape[0];
                foreach (var tensor in pictures)
                    tensor.Dispose();
                if (read / batch % 100 == 0)
                    most = Math.Max(most, ProcessMemory.Resident);
            }

            return new WalkReport
            {
                Count = count,
                Batch = batch,
                SecondsToPack = packing.TotalSeconds,
                ImagesPerSecond = read / Stopwatch.GetElapsedTime(start).TotalSeconds,
                ResidentBytesBefore = before,
                ResidentBytesAtMost = Math.Max(most, ProcessMemory.Resident),
                PeakResidentBytes = ProcessMemory.Peak,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Bitmap Made(int number)
    {
        var picture = new Bitmap(Size, Size, 3);
        for (var i = 0; i < picture.Pixels.Length; i++)
            picture.Pixels[i] = (byte)(i * (number + 1));
        return picture;
    }
}

/// <summary>What reading many pictures costs. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record WalkReport
{
    public required int Count { get; init; }

    public required int Batch { get; init; }

    public required double SecondsToPack { get; init; }

    public required double ImagesPerSecond { get; init; }

    /// <summary>After the packing, before the first batch.</summary>
    public required long ResidentBytesBefore { get; init; }

    /// <summary>While batches are made.</summary>
    public required long ResidentBytesAtMost { get; init; }

    /// <summary>The most from the program's start on, packing among it.</summary>
    public required long PeakResidentBytes { get; init; }

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Count} pictures of 64 x 64 in colour in a packed file, shuffled, in batches of {Batch}
        seconds_to_pack            {SecondsToPack,12:0.00}
        images_per_second          {ImagesPerSecond,12:0}
        resident_bytes_before      {ResidentBytesBefore,12}   {ResidentBytesBefore / 1048576.0:0.0} MiB after the packing
        resident_bytes_at_most     {ResidentBytesAtMost,12}   {ResidentBytesAtMost / 1048576.0:0.0} MiB while batches are made
        peak_resident_bytes        {PeakResidentBytes,12}   {PeakResidentBytes / 1048576.0:0.0} MiB with the packing

        """);
}
