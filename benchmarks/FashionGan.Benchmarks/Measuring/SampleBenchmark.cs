using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using static Tensorflow.Binding;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures drawing.</summary>
internal static class SampleBenchmark
{
    /// <summary>Pictures that the program's <c>generate</c> asks for at once.</summary>
    internal const int Part = 256;

    private const int Probes = 10;

    /// <summary>Draws pictures with fresh weights, whose values do not change the time.</summary>
    internal static SampleReport Run(int count, int atOnce, int threads, PictureShape picture)
    {
        atOnce = Math.Min(atOnce, count);
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        var gan = new FashionGan(picture: picture);
        gan.Generate(atOnce, seed: 1);
        var peak = new FmaPeak();
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var elapsed = TimeSpan.Zero;
        var partsPerProbe = Math.Max(1, count / atOnce / Probes);
        for (int first = 0, part = 0; first < count; first += atOnce, part++)
        {
            if (part % partsPerProbe == 0)
                peak.Probe();
            var start = Stopwatch.GetTimestamp();
            gan.Generate(Math.Min(atOnce, count - first), seed: 1, first);
            elapsed += Stopwatch.GetElapsedTime(start);
        }

        peak.Probe();
        return new SampleReport
        {
            FmaPeakGflops = peak.Gflops,
            UsefulGflopPerImage = StepCost.UsefulFlopOfPicture(gan) / 1e9,
            ImagesPerSecond = count / elapsed.TotalSeconds,
            AllocatedBytesPerImage = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore) / count,
            PeakResidentBytes = ProcessMemory.Peak,
            Count = count,
            AtOnce = atOnce,
            Picture = picture.ToString(),
            Threads = threads,
            Instructions = peak.Instructions,
            Processor = Machine.This.Processor,
        };
    }
}

/// <summary>How fast pictures are drawn. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record SampleReport
{
    public required double FmaPeakGflops { get; init; }

    public required double UsefulGflopPerImage { get; init; }

    public required double ImagesPerSecond { get; init; }

    /// <summary>How long so many pictures as are asked for at once take, on average.</summary>
    public double MsAtOnce => 1000 * AtOnce / ImagesPerSecond;

    /// <summary>Useful arithmetic in a second, as a share of the peak.</summary>
    public double Efficiency => UsefulGflopPerImage * ImagesPerSecond / FmaPeakGflops;

    public required double AllocatedBytesPerImage { get; init; }

    public required long PeakResidentBytes { get; init; }

    public required int Count { get; init; }

    public required int AtOnce { get; init; }

    public required int Threads { get; init; }

    /// <summary>As <c>64 x 64 in colour</c>.</summary>
    public required string Picture { get; init; }

    public required string Instructions { get; init; }

    public required string Processor { get; init; }

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Count} pictures of {Picture}, {AtOnce} at once, on {Threads} {(Threads == 1 ? "thread" : "threads")}: {Processor}
        fma_peak_gflops            {FmaPeakGflops,12:0.0}   {Instructions}
        useful_gflop_per_image     {UsefulGflopPerImage,12:0.0000}
        images_per_second          {ImagesPerSecond,12:0.0}
        ms_at_once                 {MsAtOnce,12:0.00}   for {AtOnce}
        efficiency                 {Efficiency,12:0.000}
        allocated_bytes_per_image  {AllocatedBytesPerImage,12:0}
        peak_resident_bytes        {PeakResidentBytes,12}   {PeakResidentBytes / 1048576.0:0} MiB

        """);
}
