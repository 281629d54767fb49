using System.Globalization;
using FashionGanTf.Benchmarks.Text;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>What clients saw in some time. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed class LoadPhase
{
    private readonly double[] _sorted;

    /// <param name="latencies">Milliseconds of each request that was answered with pictures.</param>
    /// <param name="elapsed">For how long they asked.</param>
    /// <param name="images">Pictures in a request.</param>
    /// <param name="statuses">How often each HTTP status came.</param>
    internal LoadPhase(double[] latencies, TimeSpan elapsed, int images, IReadOnlyDictionary<int, int> statuses)
    {
        _sorted = [.. latencies.Order()];
        (RequestsPerSecond, Statuses) = (latencies.Length / elapsed.TotalSeconds, statuses);
        ImagesPerSecond = RequestsPerSecond * images;
    }

    public double RequestsPerSecond { get; }

    public double ImagesPerSecond { get; }

    public double MsMedian => Quantile(0.5);

    public double Ms99 => Quantile(0.99);

    public IReadOnlyDictionary<int, int> Statuses { get; }

    private double Quantile(double share) => _sorted.Length == 0
        ? double.NaN : _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];
}

/// <summary>How a studio bears load. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record LoadReport
{
    public required int Clients { get; init; }

    public required int Images { get; init; }

    public required string Format { get; init; }

    public required LoadPhase One { get; init; }

    public required LoadPhase Many { get; init; }

    /// <summary>Pictures drawn without a server, as <c>sample</c> measures them: the mean of before and after.</summary>
    public required double RawImagesPerSecond { get; init; }

    /// <summary>How many of them the clients got.</summary>
    public double ShareOfRaw => Many.ImagesPerSecond / RawImagesPerSecond;

    /// <summary>The server's memory before many clients came; null for a server that was running already.</summary>
    public required long? ResidentBytesBefore { get; init; }

    /// <summary>And after they left.</summary>
    public required long? ResidentBytesAfter { get; init; }

    public required string Processor { get; init; }

    /// <summary>For people.</summary>
    internal string ToText()
    {
        var table = new TextTable(">clients", ">requests/s", ">pictures/s", ">median ms", ">99 % ms", "<answers");
        foreach (var (clients, phase) in new[] { (1, One), (Clients, Many) })
            table.Add(
                clients.ToString(CultureInfo.InvariantCulture), TextTable.Number(phase.RequestsPerSecond, "0.0"),
                TextTable.Number(phase.ImagesPerSecond, "0"),
                TextTable.Number(phase.MsMedian, "0.0"), TextTable.Number(phase.Ms99, "0.0"),
                string.Join(", ", phase.Statuses.Select(status => $"{status.Value} x {status.Key}")));
        var memory = ResidentBytesBefore is { } before && ResidentBytesAfter is { } after
            ? string.Create(CultureInfo.InvariantCulture,
                $"resident memory of the server {before / 1048576.0:0} MiB before {Clients} clients, {after / 1048576.0:0} MiB after\n")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Images} pictures a request as {Format}: {Processor}\n{table}{RawImagesPerSecond:0} pictures/s without a server; {Clients} " +
            $"clients get {ShareOfRaw:0.00} of that\n{memory}");
    }
}
