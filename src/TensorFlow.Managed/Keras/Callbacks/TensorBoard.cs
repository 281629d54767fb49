using System.Globalization;
using Tensorflow.Summary;

namespace Tensorflow.Keras.Callbacks;

/// <summary>
/// Writes what TensorBoard shows: the logs of each epoch as <c>epoch_loss</c> and so on, those of validation in a run of their own, those
/// of batches as <c>batch_loss</c>, and weights as histograms and pictures. A training that goes on adds to the file that is there; what
/// that tells of later epochs and batches is removed from it first.
/// </summary>
/// <example><code>model.fit(x, y, callbacks: [keras.callbacks.TensorBoard("logs/first", histogram_freq: 1)]);</code></example>
public class TensorBoard : Callback
{
    private const string OfEpoch = "epoch_", OfBatch = "batch_", OfValidation = "val_";

    private readonly string _log_dir;
    private readonly int _histogram_freq;
    private readonly bool _write_images;
    private readonly long _batches;
    private SummaryWriter? _train;
    private SummaryWriter? _validation;
    private int _epoch;

    /// <param name="log_dir">The folder that TensorBoard is started with, or one in it; <c>train</c> and <c>validation</c> in it get the
    /// files.</param>
    /// <param name="histogram_freq">After how many epochs each there are histograms of the weights; 0 for never.</param>
    /// <param name="write_images">Whether there are pictures of the weights, too, after the same epochs.</param>
    /// <param name="update_freq"><c>epoch</c> for the logs of epochs alone; <c>batch</c> for those of each batch, too; a number for those
    /// of each so many batches.</param>
    /// <exception cref="ArgumentException">The frequency is none of these.</exception>
    public TensorBoard(string log_dir = "logs", int histogram_freq = 0, bool write_images = false, string update_freq = "epoch")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(histogram_freq);
        (_log_dir, _histogram_freq, _write_images) = (log_dir, histogram_freq, write_images);
        _batches = update_freq switch
        {
            "epoch" => 0,
            "batch" => 1,
            _ when long.TryParse(update_freq, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            _ => throw new ArgumentException($"TensorBoard: update_freq is epoch, batch or a number of batches, not '{update_freq}'."),
        };
    }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch) => _epoch = epoch;

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public override void on_train_batch_begin(long step)
    {
        if (_train is null)
            Open(step);
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        var step = _epoch * @params.Steps + end_step;
        if (_batches > 0 && step % _batches == 0)
            foreach (var (name, value) in LogsOfBatch(logs))
                _train!.scalar(OfBatch + name, value, step);
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        if (_train is null)
            return;
        foreach (var (name, value) in epoch_logs)
            if (name.StartsWith(OfValidation, StringComparison.Ordinal))
                (_validation ??= Writer("validation", 0)).scalar(OfEpoch + name[OfValidation.Length..], value, epoch);
            else
                _train.scalar(OfEpoch + name, value, epoch);
        if (_histogram_freq > 0 && epoch % _histogram_freq == 0)
            foreach (var weight in model.Weights)
                WriteWeight(_train, weight, epoch);
        WriteEpoch(_train, epoch);
    }

    /// <inheritdoc/>
    public override void on_train_end()
    {
        _train?.Dispose();
        _validation?.Dispose();
        (_train, _validation) = (null, null);
    }

    /// <summary>The logs of a batch that are written; those that <c>fit</c> shows.</summary>
    protected virtual IReadOnlyDictionary<string, float> LogsOfBatch(Dictionary<string, float> logs) => logs;

    /// <summary>Writes what stands before the first batch; nothing.</summary>
    protected virtual void WriteBeginning(SummaryWriter writer)
    {
    }

    /// <summary>Writes more of an epoch; nothing.</summary>
    /// <param name="writer">The run's file.</param>
    /// <param name="epoch">The epoch, counted from 0.</param>
    protected virtual void WriteEpoch(SummaryWriter writer, int epoch)
    {
    }

    private void WriteWeight(SummaryWriter writer, IVariableV1 weight, int epoch)
    {
        var name = weight.Name.Replace(':', '_');
        writer.histogram(name + "/histogram", weight.AsTensor(), epoch);
        if (_write_images && WeightPicture.Of(weight.AsTensor()) is { } picture)
            writer.image(name + "/image", picture, epoch);
    }

    private void Open(long step)
    {
        _train = Writer("train", _epoch * @params.Steps + step);
        if (!_train.is_continued)
            WriteBeginning(_train);
    }

    /// <summary>An event file, which keeps what it tells of what came before. What else an epoch writes stands behind its logs, and goes
    /// with them.</summary>
    private SummaryWriter Writer(string name, long batches) => new(Path.Combine(_log_dir, name),
        (tag, step) => tag.StartsWith(OfEpoch, StringComparison.Ordinal) ? step < _epoch
            : !tag.StartsWith(OfBatch, StringComparison.Ordinal) || step < batches);
}
