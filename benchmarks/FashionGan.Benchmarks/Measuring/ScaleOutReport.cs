using FashionGanTf.Benchmarks.Text;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>One way to share a step.</summary>
/// <param name="Ranks">Processes.</param>
/// <param name="Threads">Threads of each.</param>
/// <param name="Replicas">Replicas that share the step.</param>
/// <param name="MsPerStep">The median over all rounds.</param>
/// <param name="MsFastest">The fastest step.</param>
/// <param name="Speed">Times as fast as one process without replicas: the medians' ratio.</param>
/// <param name="SpeedOfFastest">The fastest steps' ratio, which a neighbour on the machine disturbs less.</param>
/// <param name="ShareInMpi">The share of rank 0's time in calls of MPI, at work or waiting.</param>
/// <param name="BytesPerStep">That rank 0 sends in a step.</param>
/// <param name="OfGradients">The same as a multiple of the gradients' size.</param>
internal sealed record ScaleOutPoint(
    int Ranks, int Threads, int Replicas, double MsPerStep, double MsFastest, double Speed, double SpeedOfFastest, double ShareInMpi,
    long BytesPerStep, double OfGradients);

/// <summary>All ways.</summary>
internal sealed record ScaleOutReport
{
    public required string Processor { get; init; }

    public required int Batch { get; init; }

    public required string? Library { get; init; }

    public required long GradientBytes { get; init; }

    /// <summary>Of a gathering of one number among the most ranks.</summary>
    public required double LatencyMicroseconds { get; init; }

    /// <summary>That a rank sends in a large exchange among the most ranks.</summary>
    public required double BytesPerSecond { get; init; }

    public required IReadOnlyList<ScaleOutPoint> Points { get; init; }

    /// <summary>For people.</summary>
    internal string ToText()
    {
        var table = new TextTable(">ranks", ">threads", ">replicas", ">ms", ">fastest", ">speed", ">of the fastest", ">in MPI",
            ">MB a step", ">of the gradients");
        foreach (var point in Points)
            table.Add(
                $"{point.Ranks}", $"{point.Threads}", $"{point.Replicas}", TextTable.Number(point.MsPerStep, "0.0"),
                TextTable.Number(point.MsFastest, "0.0"), TextTable.Number(point.Speed, "0.00"),
                TextTable.Number(point.SpeedOfFastest, "0.00"), TextTable.Number(100 * point.ShareInMpi, "0.0 '%'"),
                TextTable.Number(point.BytesPerStep / 1e6, "0.00"), TextTable.Number(point.OfGradients, "'x'0.00"));
        var network = Library is null ? "no MPI" : $"{Library}, {TextTable.Number(LatencyMicroseconds, "0.0")} µs to gather a number, " +
            $"{TextTable.Number(BytesPerSecond / 1e9, "0.00")} GB/s to exchange many";
        return $"{Processor}, {network}; batch {Batch}, gradients of {TextTable.Number(GradientBytes / 1e6, "0.00")} MB\n{table}";
    }
}
