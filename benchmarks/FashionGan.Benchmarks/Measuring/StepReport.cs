using System.Globalization;
using FashionGanTf.Benchmarks.Profiling;
using FashionGanTf.Benchmarks.Text;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>What a training step takes. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record StepReport
{
    /// <summary>Milliseconds below which the text, not the JSON, takes operations together.</summary>
    private const double Noticed = 0.05;

    /// <summary>What the threads could do at most, in GFLOP/s; the median of the probes between the steps.</summary>
    public required double FmaPeakGflops { get; init; }

    /// <summary>The arithmetic of a step, products with padding left out.</summary>
    public required double UsefulGflop { get; init; }

    /// <summary>The median.</summary>
    public required double MsPerStep { get; init; }

    public required double MsFastest { get; init; }

    /// <summary>Useful arithmetic done in a second, as a share of the peak;
    /// above 1 where an operation needs fewer products than it is worth.</summary>
    public double Efficiency => UsefulGflop / (MsPerStep / 1e3 * FmaPeakGflops);

    /// <summary>Managed memory, on all threads.</summary>
    public required double AllocatedBytesPerStep { get; init; }

    /// <summary>With the whole data set in memory.</summary>
    public required long PeakResidentBytes { get; init; }

    public required double FmaPeakLowest { get; init; }

    public required double FmaPeakHighest { get; init; }

    public required string Instructions { get; init; }

    public required string Processor { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>As <c>--network</c> names them.</summary>
    public required string Network { get; init; }

    /// <summary>Whether the GAN is told classes.</summary>
    public required bool Conditional { get; init; }

    /// <summary>How many times the channels of the networks.</summary>
    public required int Width { get; init; }

    /// <summary>As <c>64 x 64 in colour</c>.</summary>
    public required string Picture { get; init; }

    public required bool Direct { get; init; }

    public required int Steps { get; init; }

    /// <summary>Where the time goes, the largest part first.</summary>
    public required IReadOnlyList<OperationTime> Operations { get; init; }

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Title}: {Processor}
        fma_peak_gflops           {FmaPeakGflops,12:0.0}   {Instructions}; {PeakRange}
        useful_gflop              {UsefulGflop,12:0.00}
        ms_per_step               {MsPerStep,12:0.00}   the median of {Steps}
        ms_fastest                {MsFastest,12:0.00}
        efficiency                {Efficiency,12:0.000}
        allocated_bytes_per_step  {AllocatedBytesPerStep,12:0}
        peak_resident_bytes       {PeakResidentBytes,12}   {PeakResidentBytes / 1048576.0:0} MiB


        """) + Table();

    private string Title =>
        $"A step of {Batch} {(Batch == 1 ? "picture" : "pictures")} of {Picture} on {Threads} {(Threads == 1 ? "thread" : "threads")}" +
        $", {Network}" + (Conditional ? " with classes" : "") +
        (Width > 1 ? $", width x{Width}" : "") + (Direct ? ", direct kernels only" : "");

    private string PeakRange =>
        string.Create(CultureInfo.InvariantCulture, $"from {FmaPeakLowest:0.0} to {FmaPeakHighest:0.0} between the steps");

    private string Table()
    {
        var table = new TextTable("<operation", "<pass", "<device call", "<sizes", ">calls", ">ms", ">share", ">GFLOP/s");
        foreach (var row in Operations.Where(row => row.Ms >= Noticed))
            table.Add(
                row.Operation, row.Pass, row.Call, row.Sizes, TextTable.Number(row.Calls, "0.#"), TextTable.Number(row.Ms, "0.00"),
                TextTable.Number(100 * row.Share, "0.0 '%'"), row.Gflops is { } gflops ? TextTable.Number(gflops, "0.0") : "");
        var small = Operations.Where(row => row.Ms < Noticed).ToList();
        if (small.Count > 0)
            table.Add(
                $"{small.Count} smaller ones", "", "", "", TextTable.Number(small.Sum(row => row.Calls), "0.#"),
                TextTable.Number(small.Sum(row => row.Ms), "0.00"),
                TextTable.Number(100 * small.Sum(row => row.Share), "0.0 '%'"), "");
        return table.ToString();
    }
}
