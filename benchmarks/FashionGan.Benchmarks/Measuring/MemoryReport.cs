using System.Globalization;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>What a long training did to memory. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record MemoryReport
{
    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>After the warm-up.</summary>
    public required int Steps { get; init; }

    /// <summary>With data and model, before the first step.</summary>
    public required long ResidentBytesAtStart { get; init; }

    public required long ResidentBytesWarm { get; init; }

    public required long ResidentBytesAtEnd { get; init; }

    /// <summary>The most from the warm-up on.</summary>
    public required long ResidentBytesAtMost { get; init; }

    /// <summary>Of the end over the warm-up.</summary>
    public double GrowthPercent => 100.0 * (ResidentBytesAtEnd - ResidentBytesWarm) / ResidentBytesWarm;

    /// <summary>The most from the program's start on.</summary>
    public required long PeakResidentBytes { get; init; }

    public required double AllocatedBytesPerStep { get; init; }

    public required int Gen0Collections { get; init; }

    public required int Gen1Collections { get; init; }

    public required int Gen2Collections { get; init; }

    /// <summary>While data were loaded, the model made, and in the warm-up.</summary>
    public required int Gen2CollectionsBefore { get; init; }

    public required double Seconds { get; init; }

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Steps} steps of {Batch} pictures on {Threads} {(Threads == 1 ? "thread" : "threads")} in {Seconds:0.0} s
        resident at the start     {Mebibytes(ResidentBytesAtStart)}
        resident after warm-up    {Mebibytes(ResidentBytesWarm)}
        resident at the end       {Mebibytes(ResidentBytesAtEnd)}   {GrowthPercent:+0.00;-0.00} %
        resident at most          {Mebibytes(ResidentBytesAtMost)}   from the warm-up on
        peak_resident_bytes       {PeakResidentBytes,14}
        allocated_bytes_per_step  {AllocatedBytesPerStep,14:0}
        collections               {Collections}

        """);

    private string Collections => $"gen0 {Gen0Collections}, gen1 {Gen1Collections}, gen2 {Gen2Collections} " +
        $"(before the end of the warm-up {Gen2CollectionsBefore})";

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0,10:0.0} MiB");
}
