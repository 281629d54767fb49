using System.Text.Json;
using System.Text.Json.Serialization;
using FashionGanTf.Callbacks;
using Tensorflow.Serialization;

namespace FashionGanTf.Training;

/// <summary>Where a run stands, beside its weights and its optimizers' moments: what a checkpoint says in its text.</summary>
/// <param name="Epoch">The epoch that is under way or comes next, from 0.</param>
/// <param name="Step">Its steps that were made.</param>
/// <param name="Seconds">How long they took.</param>
/// <param name="EpochStart">The global stream where the walk over the data of this epoch began;
/// it decides the order of the pictures.</param>
/// <param name="Global">The global stream now.</param>
/// <param name="Dropouts">The dropout layers' streams now, in the order of the layers.</param>
/// <param name="Metrics">The running metrics' sums, by name.</param>
/// <param name="History">A row for each epoch that has ended.</param>
internal sealed record CheckpointState(
    int Epoch,
    int Step,
    double Seconds,
    StreamPlace EpochStart,
    StreamPlace Global,
    StreamPlace[] Dropouts,
    Dictionary<string, double[]> Metrics,
    HistoryRow[] History)
{
    /// <summary>Seconds; 30 years.</summary>
    private const double LongestEpoch = 1e9;

    private static readonly JsonSerializerOptions s_format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // A loss may be any float.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal string ToJson() => JsonSerializer.Serialize(this, s_format);

    /// <exception cref="InvalidDataException">The text is no state; the message says what is wrong with it.</exception>
    internal static CheckpointState FromJson(string text)
    {
        CheckpointState? state;
        try
        {
            state = JsonSerializer.Deserialize<CheckpointState>(text, s_format);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"its state cannot be read: {OneLine.Of(error.Message)}", error);
        }

        // The parser asks that lists are there, not what is in them.
        if (state is null || state.Epoch < 0 || state.Step < 0 || state.History.Length != state.Epoch
            || !(state.Seconds >= 0 && state.Seconds < LongestEpoch)
            || state.History.Any(row => row is null || !double.IsFinite(row.Seconds + row.ImagesPerSecond))
            || state.Metrics.ContainsValue(null!))
            throw new InvalidDataException("its state contradicts itself.");
        return state;
    }
}
