using System.Globalization;
using FashionGanTf.Benchmarks.Text;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures how the step's speed changes with its size and with the number of threads.</summary>
internal static class ScaleBenchmark
{
    private const int Reference = 128;

    /// <summary>About how much arithmetic a measurement takes, in GFLOP.</summary>
    private const double Effort = 2000;

    private static readonly (int Batch, int Width)[] s_sizes =
        [(32, 1), (64, 1), (Reference, 1), (256, 1), (512, 1), (Reference, 2), (Reference, 4)];

    /// <summary>Measures every size on one thread and on two.</summary>
    /// <param name="data">A folder with a data set; null for Fashion-MNIST.</param>
    /// <param name="progress">Is told a line for each.</param>
    internal static ScaleReport Run(string? data, Action<string> progress)
    {
        var points = new List<StepReport>();
        foreach (var (batch, width) in s_sizes)
            foreach (var threads in (int[])[1, 2])
            {
                var settings =
                    new StepSettings { Batch = batch, Width = width, Threads = threads, Data = data, WarmUp = 3, Profiled = 0 };
                settings = settings with { Steps = Math.Clamp((int)(Effort / new Workbench(settings).UsefulGflop), 5, 40) };
                var point = StepBenchmark.Run(settings);
                progress(string.Create(CultureInfo.InvariantCulture, $"batch {batch}, width x{width}, threads {threads}: " +
                    $"{point.MsPerStep:0.0} ms, efficiency {point.Efficiency:0.000}"));
                points.Add(point);
            }

        var reference = points.ToDictionary(point => (point.Batch, point.Width, point.Threads));
        return new ScaleReport
        {
            Processor = Machine.This.Processor,
            Points = [.. points.Select(point => new ScalePoint(
                point.Batch, point.Width, point.Threads, point.UsefulGflop, point.MsPerStep, point.MsFastest, point.FmaPeakGflops,
                point.Efficiency,
                point.Efficiency / reference[(Reference, 1, point.Threads)].Efficiency,
                reference[(point.Batch, point.Width, 1)].MsPerStep / point.MsPerStep,
                reference[(point.Batch, point.Width, 1)].MsFastest / point.MsFastest))],
        };
    }
}

/// <summary>One size on so many threads.</summary>
/// <param name="Batch">Real pictures in a step.</param>
/// <param name="Width">Multiplies the channels of both networks.</param>
/// <param name="Threads">That work.</param>
/// <param name="UsefulGflop">The arithmetic of a step.</param>
/// <param name="MsPerStep">The median.</param>
/// <param name="MsFastest">The fastest step.</param>
/// <param name="FmaPeakGflops">Of these threads, in the same run.</param>
/// <param name="Efficiency">Useful arithmetic in a second, as a share of the peak.</param>
/// <param name="OfReference">The efficiency as a share of that of batch 128 with width x1 on as many threads.</param>
/// <param name="Speedup">How many times faster than on one thread: the medians' ratio.</param>
/// <param name="SpeedupOfFastest">The fastest steps' ratio, which a neighbour on the machine disturbs less.</param>
internal sealed record ScalePoint(
    int Batch, int Width, int Threads, double UsefulGflop, double MsPerStep, double MsFastest, double FmaPeakGflops, double Efficiency,
    double OfReference, double Speedup, double SpeedupOfFastest);

/// <summary>All sizes.</summary>
internal sealed record ScaleReport
{
    public required string Processor { get; init; }

    public required IReadOnlyList<ScalePoint> Points { get; init; }

    /// <summary>For people.</summary>
    internal string ToText()
    {
        var table = new TextTable(">batch", ">width", ">threads", ">GFLOP", ">ms", ">fastest", ">FMA peak", ">efficiency",
            ">of batch 128", ">speedup", ">of the fastest");
        foreach (var point in Points)
            table.Add(
                TextTable.Number(point.Batch, "0"), TextTable.Number(point.Width, "'x'0"), TextTable.Number(point.Threads, "0"),
                TextTable.Number(point.UsefulGflop, "0.0"),
                TextTable.Number(point.MsPerStep, "0.0"), TextTable.Number(point.MsFastest, "0.0"),
                TextTable.Number(point.FmaPeakGflops, "0.0"),
                TextTable.Number(point.Efficiency, "0.000"), TextTable.Number(100 * point.OfReference, "0 '%'"),
                TextTable.Number(point.Speedup, "0.00"),
                TextTable.Number(point.SpeedupOfFastest, "0.00"));
        return $"{Processor}\n{table}";
    }
}
