using System.Diagnostics;
using System.Text;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Serialization;

namespace FashionGanTf.Callbacks;

/// <summary>
/// Keeps what a run did, in a folder: <c>config.json</c> when it begins and when it has ended, and at the end of each epoch
/// <c>history.csv</c> and <c>history.jsonl</c>, a line for each epoch so far, <c>steps.csv</c>, a line for each step, and both networks'
/// weights; with a moving average <c>generator.safetensors</c> has the averaged ones and <c>generator.raw.safetensors</c> those that
/// training goes on with. Every file is whole at any time.
/// </summary>
public sealed class RunRecorder : Callback
{
    private readonly string _folder;
    private readonly RunConfig _config;
    private readonly FashionGan _gan;
    private readonly List<HistoryRow> _rows = [];
    private readonly Stopwatch _clock = new();
    private TimeSpan _before;

    /// <summary>A recorder of one run.</summary>
    /// <param name="folder">Where the files go; it must exist.</param>
    /// <param name="config">What the run depends on.</param>
    /// <param name="gan">Whose training.</param>
    public RunRecorder(string folder, RunConfig config, FashionGan gan) => (_folder, _config, _gan) = (folder, config, gan);

    /// <summary>The epochs that have ended.</summary>
    internal IReadOnlyList<HistoryRow> Rows => _rows;

    /// <summary>The losses of all steps so far.</summary>
    internal StepLosses Steps { get; private set; } = new();

    /// <summary>How long the epoch has taken so far, with what it took before the run was resumed.</summary>
    internal TimeSpan Elapsed => _before + _clock.Elapsed;

    /// <inheritdoc/>
    public override void on_train_begin() => Write("config.json", _config.ToJson());

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch) => _clock.Restart();

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => Steps.Add(_gan.LastLosses);

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        var seconds = Elapsed.TotalSeconds;
        var speed = @params.Steps * _config.Options.BatchSize / Math.Max(seconds, 1e-9);
        _rows.Add(new HistoryRow(epoch + 1, (epoch + 1) * @params.Steps, epoch_logs, speed, seconds));
        _before = TimeSpan.Zero;
        // Weights first: a history that tells of an epoch has its weights beside it.
        SaveWeights();
        WriteHistory();
    }

    /// <inheritdoc/>
    public override void on_train_end() => Write("config.json", (_config with { Ended = DateTimeOffset.UtcNow }).ToJson());

    /// <summary>Goes on where a checkpoint was made; the files may tell of less than it, or of more.</summary>
    /// <param name="rows">The epochs that had ended.</param>
    /// <param name="steps">The losses of all steps.</param>
    /// <param name="elapsed">How long the epoch that had not ended had taken.</param>
    internal void Restore(IEnumerable<HistoryRow> rows, StepLosses steps, TimeSpan elapsed)
    {
        _rows.Clear();
        _rows.AddRange(rows);
        (Steps, _before) = (steps, elapsed);
        WriteHistory();
    }

    /// <summary>Writes both networks' weights as they are now.</summary>
    internal void SaveWeights()
    {
        _gan.Save(Path.Combine(_folder, "generator.safetensors"));
        if (_gan.GeneratorAverage is not null)
            GeneratorFile.Save(Path.Combine(_folder, "generator.raw.safetensors"), _gan.Generator, _gan.Classes, _gan.Vocabulary);
        _gan.Discriminator.save_weights(Path.Combine(_folder, "discriminator.safetensors"));
    }

    private void WriteHistory()
    {
        if (_rows.Count == 0)
        {
            // An epoch was cut off between its history and its checkpoint.
            File.Delete(Path.Combine(_folder, "history.csv"));
            File.Delete(Path.Combine(_folder, "history.jsonl"));
            File.Delete(Path.Combine(_folder, "steps.csv"));
            return;
        }

        // Steps first: a history that tells of an epoch has its steps beside it.
        Write("steps.csv", Steps.ToCsv());
        Write("history.csv", HistoryRow.CsvHead(_rows[0]) + string.Concat(_rows.Select(row => row.ToCsv())));
        Write("history.jsonl", string.Concat(_rows.Select(row => row.ToJson())));
    }

    private void Write(string name, string text) =>
        AtomicFile.Write(Path.Combine(_folder, name), file => file.Write(Encoding.UTF8.GetBytes(text)));
}
