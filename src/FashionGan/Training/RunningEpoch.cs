using System.Text.Json;

namespace FashionGanTf.Training;

/// <summary>How far a training is in the epoch that it is in: what <c>run/progress.json</c> says.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Step">Steps of it that are done.</param>
/// <param name="Steps">Steps that it has.</param>
/// <param name="ImagesPerSecond">Real pictures in a second.</param>
/// <param name="SecondsLeft">Until the epoch's end, at this speed.</param>
/// <param name="StepsPerPoint">How many steps each of the losses is the mean of; the last one may be of fewer.</param>
/// <param name="DLoss">The discriminator's losses since the epoch began; null where one was not finite.</param>
/// <param name="GLoss">The generator's losses, likewise.</param>
internal sealed record RunningEpoch(
    int Epoch, long Step, long Steps, double ImagesPerSecond, double SecondsLeft, int StepsPerPoint, float?[] DLoss, float?[] GLoss)
{
    private const int MostPoints = 100;

    private static readonly JsonSerializerOptions s_format =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };

    /// <summary>Takes the losses of the epoch from those of the run.</summary>
    internal static RunningEpoch Of(int epoch, long step, long steps, double imagesPerSecond, double secondsLeft, StepLosses losses)
    {
        var perPoint = (int)Math.Max(1, (steps + MostPoints - 1) / MostPoints);
        var first = losses.Count - (int)step;
        var points = Enumerable.Range(first, (int)step).Chunk(perPoint).Select(chunk => chunk.Select(i => losses[i]).ToArray()).ToArray();
        return new RunningEpoch(epoch, step, steps, Math.Round(imagesPerSecond, 1), Math.Round(secondsLeft, 1), perPoint,
            [.. points.Select(point => Finite(point.Average(loss => loss.Discriminator)))],
            [.. points.Select(point => Finite(point.Average(loss => loss.Generator)))]);
    }

    /// <summary>What a file says; null when there is none, or it is being replaced.</summary>
    internal static RunningEpoch? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunningEpoch>(File.ReadAllBytes(path), s_format);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_format);

    private static float? Finite(float value) => float.IsFinite(value) ? value : null;
}
