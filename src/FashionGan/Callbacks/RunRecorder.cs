using System.Diagnostics;
using System.Text;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;

namespace FashionGanTf.Callbacks;

/// <summary>
/// Keeps what a run did, in a folder: <c>config.json</c> when it begins, and at the end of each epoch <c>history.csv</c> and
/// <c>history.jsonl</c>, a line for each epoch so far, and both networks' weights. Every file is whole at any time.
/// </summary>
public sealed class RunRecorder : Callback
{
    private readonly string _folder;
    private readonly RunConfig _config;
    private readonly Model _generator;
    private readonly Model _discriminator;
    private readonly List<HistoryRow> _rows = [];
    private readonly Stopwatch _time = new();

    /// <summary>A recorder of one run.</summary>
    /// <param name="folder">Where the files go; it must exist.</param>
    /// <param name="config">What the run depends on.</param>
    /// <param name="generator">The network that draws.</param>
    /// <param name="discriminator">The network that judges.</param>
    public RunRecorder(string folder, RunConfig config, Model generator, Model discriminator) =>
        (_folder, _config, _generator, _discriminator) = (folder, config, generator, discriminator);

    /// <inheritdoc/>
    public override void on_train_begin()
    {
        _rows.Clear();
        Write("config.json", _config.ToJson());
    }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch) => _time.Restart();

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        _rows.Add(new HistoryRow(epoch + 1, epoch_logs, _time.Elapsed.TotalSeconds));
        // Weights first: a history that tells of an epoch has its weights beside it.
        SaveWeights();
        Write("history.csv", HistoryRow.CsvHead(_rows[0]) + string.Concat(_rows.Select(row => row.ToCsv())));
        Write("history.jsonl", string.Concat(_rows.Select(row => row.ToJson())));
    }

    /// <summary>Writes both networks' weights as they are now.</summary>
    internal void SaveWeights()
    {
        _generator.save_weights(Path.Combine(_folder, "generator.safetensors"));
        _discriminator.save_weights(Path.Combine(_folder, "discriminator.safetensors"));
    }

    private void Write(string name, string text) =>
        AtomicFile.Write(Path.Combine(_folder, name), file => file.Write(Encoding.UTF8.GetBytes(text)));
}
