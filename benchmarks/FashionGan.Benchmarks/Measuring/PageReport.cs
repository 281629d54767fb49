using FashionGanTf.Benchmarks.Text;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>How fast the studio's page is to somebody who looks at it. The properties' names, in snake_case, are those of the
/// JSON.</summary>
internal sealed record PageReport
{
    /// <summary>Milliseconds from opening the address to the first picture, for each visit of a browser that has nothing of the page
    /// yet.</summary>
    public required IReadOnlyList<double> FirstPictureMs { get; init; }

    /// <summary>Requests until then, the page's own with them; the median of the visits.</summary>
    public required int RequestsBefore { get; init; }

    /// <summary>For each slider what frames take while it moves.</summary>
    public required IReadOnlyDictionary<string, FrameTimes> Sliders { get; init; }

    /// <summary>The machine's processor, on which server and browser run.</summary>
    public required string Processor { get; init; }

    internal string ToText()
    {
        var table = new TextTable("<slider", ">median ms", ">95 % ms", ">longest ms");
        foreach (var (name, frames) in Sliders)
            table.Add(name, Number(frames.MsMedian), Number(frames.Ms95), Number(frames.MsLongest));
        return $"{Processor}\n\nFirst picture: {TextTable.Number(Median.Of(FirstPictureMs), "F0")} ms, the median of " +
            $"{string.Join(", ", FirstPictureMs.Select(ms => TextTable.Number(ms, "F0")))}.\nRequests until then: " +
            $"{RequestsBefore}.\n\nFrames while a slider moves; 60 a second take 16.7 ms each:\n\n{table}";
    }

    private static string Number(double ms) => TextTable.Number(ms, "F1");
}

/// <summary>Milliseconds that frames take.</summary>
/// <param name="MsMedian">Half of them take less.</param>
/// <param name="Ms95">95 of 100 take less.</param>
/// <param name="MsLongest">The longest one.</param>
internal sealed record FrameTimes(double MsMedian, double Ms95, double MsLongest);
