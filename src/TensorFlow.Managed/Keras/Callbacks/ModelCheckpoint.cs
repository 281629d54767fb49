using System.Globalization;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Writes the model's weights to a file after each epoch, or after each that is better than all before.</summary>
/// <example><code>new ModelCheckpoint("weights-{epoch:02d}-{val_loss:.4f}.safetensors", save_best_only: true)</code></example>
public sealed class ModelCheckpoint : Callback
{
    /// <summary>The text in a best epoch's file that says what it was best in.</summary>
    private const string BestKey = "best";

    private readonly string _filepath;
    private readonly PathTemplate _path;
    private readonly MonitoredValue _monitor;
    private readonly string _monitorName;
    private readonly bool _savesBestOnly;
    private readonly int _verbose;
    private float _best;
    private bool _mayGoOn;

    /// <param name="filepath">The file; <c>{epoch:02d}</c> (counted from 1) and <c>{val_loss:.4f}</c> stand for the epoch's values.
    /// Folders are made.</param>
    /// <param name="monitor">The name of the value that says which epoch is better.</param>
    /// <param name="verbose">1 to say in a line what was written; 0 for silence.</param>
    /// <param name="save_best_only">
    /// Whether epochs that are not better than all before write nothing. A training that goes on (<c>fit</c> with an <c>initial_epoch</c>)
    /// also has to better the file that is there, which says how good it is; one that begins replaces it.
    /// </param>
    /// <param name="save_weights_only">Must be true: a model is its code, and weights are what a file holds.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>, which takes max for names that end in acc, accuracy or auc.</param>
    /// <param name="initial_value_threshold">
    /// With <paramref name="save_best_only"/>: only what is better than this is written, as if an epoch before had had it; null for none.
    /// </param>
    /// <exception cref="ArgumentException">The path or the mode is wrong.</exception>
    /// <exception cref="NotSupportedException"><paramref name="save_weights_only"/> is false.</exception>
    public ModelCheckpoint(
        string filepath, string monitor = "val_loss", int verbose = 0, bool save_best_only = false, bool save_weights_only = true,
        string mode = "auto", float? initial_value_threshold = null)
    {
        if (!save_weights_only)
            throw new NotSupportedException($"{nameof(ModelCheckpoint)} saves weights; save_weights_only must be true.");
        WeightsFormat.Require(nameof(ModelCheckpoint), filepath);
        _path = new PathTemplate(nameof(ModelCheckpoint), filepath);
        _monitor = new MonitoredValue(nameof(ModelCheckpoint), monitor, mode);
        (_filepath, _monitorName, _verbose, _savesBestOnly) = (filepath, monitor, verbose, save_best_only);
        _best = initial_value_threshold ?? _monitor.Worst;
    }

    /// <summary>Where lines for people go; standard output and error unless a test listens.</summary>
    internal TextWriter? Output { get; set; }

    /// <inheritdoc/>
    public override void on_train_begin() => _mayGoOn = true;

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch)
    {
        if (_mayGoOn && epoch > 0 && _savesBestOnly && _best == _monitor.Worst && File.Exists(_filepath))
            GoOnFrom(_filepath);
        _mayGoOn = false;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The path names a value that is not logged.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        if (!_savesBestOnly)
        {
            Save(epoch, epoch_logs, "", null);
            return;
        }

        if (!_monitor.TryRead(epoch_logs, Output ?? Console.Error, out var current))
            return;
        if (_monitor.IsBetter(current, _best))
        {
            Save(epoch, epoch_logs, $"{_monitorName} improved from {LogText.Number(_best)} to {LogText.Number(current)}, ",
                new() { [BestKey] = $"{_monitorName} {current.ToString("R", CultureInfo.InvariantCulture)}" });
            _best = current;
        }
        else
        {
            Say($"Epoch {epoch + 1}: {_monitorName} did not improve from {LogText.Number(_best)}");
        }
    }

    /// <summary>An earlier training's best epoch is in a file.</summary>
    private void GoOnFrom(string path)
    {
        string? best = null;
        try
        {
            best = SafeTensors.load(path).metadata.GetValueOrDefault(BestKey);
        }
        catch (InvalidDataException)
        {
            // Another kind of file says nothing either.
        }

        if (best is not null && best.StartsWith(_monitorName + " ", StringComparison.Ordinal)
            && float.TryParse(best[(_monitorName.Length + 1)..], CultureInfo.InvariantCulture, out var value))
            _best = value;
        else
            (Output ?? Console.Error).WriteLine(
                $"Warning: ModelCheckpoint: {path} does not say its {_monitorName}, so the next epoch replaces it; to keep it from what " +
                $"is worse, give initial_value_threshold.");
    }

    private void Save(int epoch, Dictionary<string, float> logs, string reason, Dictionary<string, string>? metadata)
    {
        var path = _path.Path(epoch, logs);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        ((Model)model).SaveWeights(path, metadata);
        Say($"Epoch {epoch + 1}: {reason}saving model to {path}");
    }

    private void Say(string line)
    {
        if (_verbose > 0)
            (Output ?? Console.Out).WriteLine(line);
    }
}
