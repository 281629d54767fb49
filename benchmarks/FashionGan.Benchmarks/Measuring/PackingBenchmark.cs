using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Training;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;
using static Tensorflow.Binding;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures decoding, resizing and packing.</summary>
internal static class PackingBenchmark
{
    /// <summary>Different pictures; each is read many times.</summary>
    private const int Different = 16;

    /// <summary>Prepares pictures with one thread and with several in turn, so that both meet the same other work on the machine.</summary>
    internal static PackingReport Run(int count, int threads, int rounds)
    {
        var files = Enumerable.Range(0, Different).Select(Jpeg).ToArray();
        var pictures = Enumerable.Range(0, count)
            .Select(i => new SourcePicture($"picture {i}") { Open = () => new MemoryStream(files[i % Different]) }).ToArray();
        var folder = Directory.CreateTempSubdirectory("fashion-gan-packing-").FullName;
        try
        {
            // Compiles what is compiled.
            Prepare(pictures[..64], 1, folder);
            var (one, many, again) = (new List<Times>(), new List<Times>(), new List<Times>());
            for (var round = 0; round < rounds; round++)
            {
                one.Add(Prepare(pictures, 1, folder));
                many.Add(Prepare(pictures, threads, folder));
                again.Add(Open(pictures, folder));
            }

            return new PackingReport
            {
                Count = count,
                Threads = threads,
                Rounds = rounds,
                FileBytes = (long)files.Average(file => file.Length),
                SecondsOne = Median.Of(one.Select(times => times.Seconds)),
                SecondsMany = Median.Of(many.Select(times => times.Seconds)),
                Ratio = Median.Of(one.Zip(many, (alone, together) => alone.Seconds / together.Seconds)),
                ProcessorSecondsOne = Median.Of(one.Select(times => times.Processor)),
                ProcessorSecondsMany = Median.Of(many.Select(times => times.Processor)),
                SecondsToOpen = Median.Of(again.Select(times => times.Seconds)),
                PeakResidentBytes = ProcessMemory.Peak,
                Processor = Machine.This.Processor,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Times Prepare(SourcePicture[] pictures, int threads, string folder)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
        return Open(pictures, folder);
    }

    private static Times Open(SourcePicture[] pictures, string folder)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        PictureCache.Prepare(pictures, new Preparation(64), folder: folder).Dispose();
        return new Times(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    /// <summary>A picture with edges, slopes and noise, as a photograph has them; about as many bytes as one, too.</summary>
    private static byte[] Jpeg(int number)
    {
        using var image = new Image<Rgb24>(400, 533);
        var random = new Random(number);
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var noise = random.Next(-12, 13);
                var shirt = Math.Abs(x - 200) < 90 + 20 * Math.Sin(y / 40.0 + number) && y is > 120 and < 430;
                var stripe = shirt && (y / (6 + number)) % 2 == 0 ? 70 : 0;
                image[x, y] = new Rgb24(
                    Byte(60 + x / 4 + stripe + noise), Byte((shirt ? 40 : 170) + y / 8 + noise), Byte(90 + stripe + noise));
            }

        using var file = new MemoryStream();
        image.Save(file, new JpegEncoder { Quality = 88 });
        return file.ToArray();
    }

    private static byte Byte(int value) => (byte)Math.Clamp(value, 0, 255);

    private readonly record struct Times(double Seconds, double Processor);
}

/// <summary>How fast pictures are prepared. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record PackingReport
{
    public required int Count { get; init; }

    public required int Threads { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Of a JPEG file, on average.</summary>
    public required long FileBytes { get; init; }

    public required double SecondsOne { get; init; }

    public required double SecondsMany { get; init; }

    /// <summary>The median of the rounds' own ratios.</summary>
    public required double Ratio { get; init; }

    /// <summary>Of all the process's threads: on a busy machine they tell more than the clock does.</summary>
    public required double ProcessorSecondsOne { get; init; }

    public required double ProcessorSecondsMany { get; init; }

    public required double SecondsToOpen { get; init; }

    public required long PeakResidentBytes { get; init; }

    public required string Processor { get; init; }

    public double MillisecondsPerPicture => 1000 * SecondsOne / Count;

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Count} JPEG pictures of 400 x 533, {FileBytes} bytes each, to 64 x 64 in colour; medians of {Rounds}: {Processor}
        seconds_one                {SecondsOne,12:0.00}   on one thread, {MillisecondsPerPicture:0.00} ms a picture
        seconds_many               {SecondsMany,12:0.00}   on {Threads}
        ratio                      {Ratio,12:0.00}
        processor_seconds_one      {ProcessorSecondsOne,12:0.00}
        processor_seconds_many     {ProcessorSecondsMany,12:0.00}
        seconds_to_open            {SecondsToOpen,12:0.000}   as a second training does
        peak_resident_bytes        {PeakResidentBytes,12}   {PeakResidentBytes / 1048576.0:0} MiB

        """);
}
