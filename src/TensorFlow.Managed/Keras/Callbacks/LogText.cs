using System.Globalization;

namespace Tensorflow.Keras.Callbacks;

/// <summary>How logs and times read in a line for people.</summary>
internal static class LogText
{
    /// <summary><c> - loss: 0.6931 - accuracy: 0.5000</c>.</summary>
    internal static string Logs(Dictionary<string, float> logs) => string.Concat(logs.Select(log => $" - {log.Key}: {Number(log.Value)}"));

    /// <summary>A value with four decimals, or in powers of ten when it would vanish in them:
    /// <c>0.6931</c>, <c>1.2345e-05</c>, as Keras writes them.</summary>
    internal static string Number(float value) => float.IsNaN(value) ? "nan" : float.IsInfinity(value)
        ? value > 0 ? "inf" : "-inf"
        : value.ToString(Math.Abs(value) <= 1e-3f && value != 0 ? "0.0000e+00" : "0.0000", CultureInfo.InvariantCulture);

    /// <summary><c>2s</c>, <c>1:05</c>, <c>2:00:00</c>.</summary>
    internal static string Time(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}"
        : time.TotalMinutes >= 1 ? $"{time.Minutes}:{time:ss}"
        : $"{(int)time.TotalSeconds}s";

    /// <summary>The time of one step: <c>3s/step</c>, <c>12ms/step</c>, <c>90us/step</c>.</summary>
    internal static string StepTime(TimeSpan time, long steps)
    {
        var seconds = steps > 0 ? time.TotalSeconds / steps : 0;
        return seconds >= 1 ? $"{seconds:0}s/step" : seconds >= 1e-3 ? $"{seconds * 1e3:0}ms/step" : $"{seconds * 1e6:0}us/step";
    }
}
