using Tensorflow.NumPy;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Ends training when a value has stopped getting better.</summary>
/// <example><code>model.fit(x, y, callbacks: [new EarlyStopping("val_loss", patience: 3, restore_best_weights: true)]);</code></example>
public sealed class EarlyStopping : Callback
{
    private readonly MonitoredValue _monitor;
    private readonly float _minDelta;
    private readonly int _patience;
    private readonly int _verbose;
    private readonly float? _baseline;
    private readonly bool _restoresBestWeights;
    private readonly int _startFromEpoch;
    private List<NDArray>? _bestWeights;
    private float _best;
    private int _wait;

    /// <param name="monitor">The value's name in the logs.</param>
    /// <param name="min_delta">What is better by no more than this is no better.</param>
    /// <param name="patience">After so many epochs in a row that are no better, training ends.</param>
    /// <param name="verbose">1 to say in a line that training was ended; 0 for silence.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>, which takes max for names that end in acc, accuracy or auc.</param>
    /// <param name="baseline">Training also ends when after <paramref name="patience"/> epochs this has not been bettered;
    /// null for none.</param>
    /// <param name="restore_best_weights">Whether a model whose training was ended gets the best epoch's weights back.</param>
    /// <param name="start_from_epoch">Epochs before this one, counted from 0, do not count.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public EarlyStopping(
        string monitor = "val_loss", float min_delta = 0f, int patience = 0, int verbose = 0, string mode = "auto", float? baseline = null,
        bool restore_best_weights = false, int start_from_epoch = 0)
    {
        _monitor = new MonitoredValue(nameof(EarlyStopping), monitor, mode);
        (_minDelta, _patience, _verbose, _baseline) = (Math.Abs(min_delta), patience, verbose, baseline);
        (_restoresBestWeights, _startFromEpoch) = (restore_best_weights, start_from_epoch);
    }

    /// <summary>The same for callers that name the model themselves, as TensorFlow.NET has them do.</summary>
    /// <inheritdoc cref="EarlyStopping(string, float, int, int, string, float?, bool, int)"/>
    public EarlyStopping(
        CallbackParams parameters, string monitor = "val_loss", float min_delta = 0f, int patience = 0, int verbose = 1,
        string mode = "auto",
        float? baseline = null, bool restore_best_weights = false, int start_from_epoch = 0)
        : this(monitor, min_delta, patience, verbose, mode, baseline, restore_best_weights, start_from_epoch) =>
        (@params, model) = (parameters, parameters.Model);

    /// <summary>The epoch at whose end training was ended, from 0; 0 when it was not.</summary>
    public int stopped_epoch { get; private set; }

    /// <summary>The best epoch so far, from 0.</summary>
    public int best_epoch { get; private set; }

    /// <summary>Where lines for people go; standard output and error unless a test listens.</summary>
    internal TextWriter? Output { get; set; }

    /// <inheritdoc/>
    public override void on_train_begin()
    {
        (_wait, stopped_epoch, best_epoch, _best) = (0, 0, 0, _monitor.Worst);
        Forget();
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        if (epoch < _startFromEpoch || !_monitor.TryRead(epoch_logs, Output ?? Console.Error, out var current))
            return;
        // Should no epoch ever be better, the first one's weights are the ones to go back to.
        if (_restoresBestWeights && _bestWeights is null)
            Remember(epoch);
        _wait++;
        if (_monitor.IsBetter(current, _best, _minDelta))
        {
            _best = current;
            Remember(epoch);
            if (_baseline is not { } baseline || _monitor.IsBetter(current, baseline, _minDelta))
                _wait = 0;
            return;
        }

        if (_wait >= _patience && epoch > 0)
            Stop(epoch);
    }

    /// <inheritdoc/>
    public override void on_train_end()
    {
        if (stopped_epoch > 0)
            Say($"Epoch {stopped_epoch + 1}: early stopping");
        Forget();
    }

    private void Stop(int epoch)
    {
        stopped_epoch = epoch;
        model.Stop_training = true;
        if (_bestWeights is null)
            return;
        Say($"Restoring model weights from the end of the best epoch: {best_epoch + 1}.");
        model.set_weights(_bestWeights);
    }

    private void Remember(int epoch)
    {
        best_epoch = epoch;
        if (!_restoresBestWeights)
            return;
        Forget();
        _bestWeights = model.get_weights();
    }

    // Arrays that nobody reads any more would make every variable write elsewhere until the garbage collector finds them.
    private void Forget()
    {
        _bestWeights?.ForEach(weight => weight.Dispose());
        _bestWeights = null;
    }

    private void Say(string line)
    {
        if (_verbose > 0)
            (Output ?? Console.Out).WriteLine(line);
    }
}
