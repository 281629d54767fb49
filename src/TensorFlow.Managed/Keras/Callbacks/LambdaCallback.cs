namespace Tensorflow.Keras.Callbacks;

/// <summary>Calls functions; those that are null do nothing.</summary>
/// <example><code>new LambdaCallback(on_epoch_end: (epoch, logs) => print(logs["loss"]))</code></example>
public sealed class LambdaCallback : Callback
{
    private readonly Action<int>? _onEpochBegin;
    private readonly Action<int, Dictionary<string, float>>? _onEpochEnd;
    private readonly Action<long>? _onTrainBatchBegin;
    private readonly Action<long, Dictionary<string, float>>? _onTrainBatchEnd;
    private readonly Action? _onTrainBegin;
    private readonly Action? _onTrainEnd;

    /// <param name="on_epoch_begin">Takes the epoch.</param>
    /// <param name="on_epoch_end">Takes the epoch and its logs.</param>
    /// <param name="on_train_batch_begin">Takes the step.</param>
    /// <param name="on_train_batch_end">Takes the step and its logs.</param>
    /// <param name="on_train_begin">Called before the first epoch.</param>
    /// <param name="on_train_end">Called after the last epoch.</param>
    public LambdaCallback(
        Action<int>? on_epoch_begin = null,
        Action<int, Dictionary<string, float>>? on_epoch_end = null,
        Action<long>? on_train_batch_begin = null,
        Action<long, Dictionary<string, float>>? on_train_batch_end = null,
        Action? on_train_begin = null,
        Action? on_train_end = null)
    {
        (_onEpochBegin, _onEpochEnd) = (on_epoch_begin, on_epoch_end);
        (_onTrainBatchBegin, _onTrainBatchEnd) = (on_train_batch_begin, on_train_batch_end);
        (_onTrainBegin, _onTrainEnd) = (on_train_begin, on_train_end);
    }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch) => _onEpochBegin?.Invoke(epoch);

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => _onEpochEnd?.Invoke(epoch, epoch_logs);

    /// <inheritdoc/>
    public override void on_train_batch_begin(long step) => _onTrainBatchBegin?.Invoke(step);

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => _onTrainBatchEnd?.Invoke(end_step, logs);

    /// <inheritdoc/>
    public override void on_train_begin() => _onTrainBegin?.Invoke();

    /// <inheritdoc/>
    public override void on_train_end() => _onTrainEnd?.Invoke();
}
