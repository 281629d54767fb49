using System.Globalization;

namespace FashionGanTf.Cli.Display;

/// <summary>How progress reads.</summary>
internal static class ProgressText
{
    /// <summary><c>d_loss 1.3863  g_loss 0.6931  d_real 0.5000</c>.</summary>
    internal static string Logs(Dictionary<string, float> logs) =>
        string.Join("  ", logs.Select(log => $"{log.Key} {log.Value.ToString("0.0000", CultureInfo.InvariantCulture)}"));

    /// <summary><c>5 s</c>, <c>1:05</c>, <c>2:00:00</c>.</summary>
    internal static string Time(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}"
        : time.TotalMinutes >= 1 ? $"{time.Minutes}:{time:ss}"
        : $"{time.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s";

    /// <summary><c>1 step</c>, <c>2 steps</c>.</summary>
    internal static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture,
        $"{number} {what}{(number == 1 ? "" : "s")}");

    /// <summary>The steps of an epoch, and the pictures that fill none: <c>3 steps (8 pictures are left out, others each
    /// time)</c>.</summary>
    internal static string Steps(long steps, string ofWhat, long leftOut) => Count(steps, "step") + ofWhat + leftOut switch
    {
        0 => "",
        1 => " (1 picture is left out, another each time)",
        _ => $" ({Count(leftOut, "picture")} are left out, others each time)",
    };

    /// <summary><c>1234 images/s</c>.</summary>
    internal static string Rate(double imagesPerSecond) =>
        imagesPerSecond.ToString(imagesPerSecond < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " images/s";

    /// <summary><c>━━━━━━━━────────</c>.</summary>
    /// <param name="part">From 0 to 1.</param>
    /// <param name="width">Characters.</param>
    internal static string Bar(double part, int width)
    {
        var full = (int)Math.Clamp(width * part, 0, width);
        return new string('━', full) + new string('─', width - full);
    }

    /// <summary>The beginning of a line that is too long.</summary>
    internal static string Cut(string line, int width) => line.Length <= width ? line : line[..Math.Max(width, 0)];
}
