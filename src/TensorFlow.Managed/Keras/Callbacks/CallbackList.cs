using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>
/// The callbacks of a run, called one after the other. A <see cref="Callbacks.History"/> and a <see cref="ProgbarLogger"/> come first.
/// </summary>
public class CallbackList
{
    /// <summary>The callbacks, in the order in which they are called; more may be added until the run begins.</summary>
    public List<ICallback> callbacks { get; }

    private readonly CallbackParams _parameters;

    /// <summary>A list with a history and a progress line.</summary>
    public CallbackList(CallbackParams parameters)
    {
        _parameters = parameters;
        callbacks = [History, new ProgbarLogger(parameters)];
    }

    /// <summary>What the run recorded, epoch by epoch.</summary>
    public History History { get; } = new();

    /// <summary>Before the first epoch.</summary>
    public void on_train_begin()
    {
        Introduce();
        foreach (var callback in callbacks)
            callback.on_train_begin();
    }

    /// <summary>After the last epoch.</summary>
    public void on_train_end()
    {
        foreach (var callback in callbacks)
            callback.on_train_end();
    }

    /// <summary>Before an epoch.</summary>
    public void on_epoch_begin(int epoch)
    {
        foreach (var callback in callbacks)
            callback.on_epoch_begin(epoch);
    }

    /// <summary>After an epoch and its validation.</summary>
    public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        foreach (var callback in callbacks)
            callback.on_epoch_end(epoch, epoch_logs);
    }

    /// <summary>Before a training step.</summary>
    public void on_train_batch_begin(long step)
    {
        foreach (var callback in callbacks)
            callback.on_train_batch_begin(step);
    }

    /// <summary>After a training step.</summary>
    public void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        foreach (var callback in callbacks)
            callback.on_train_batch_end(end_step, logs);
    }

    /// <summary>Before an evaluation.</summary>
    public void on_test_begin()
    {
        Introduce();
        foreach (var callback in callbacks)
            callback.on_test_begin();
    }

    /// <summary>After an evaluation.</summary>
    public void on_test_end(Dictionary<string, float> logs)
    {
        foreach (var callback in callbacks)
            callback.on_test_end(logs);
    }

    /// <summary>Before a batch is evaluated.</summary>
    public void on_test_batch_begin(long step)
    {
        foreach (var callback in callbacks)
            callback.on_test_batch_begin(step);
    }

    /// <summary>After a batch was evaluated.</summary>
    public void on_test_batch_end(long end_step, Dictionary<string, float> logs)
    {
        foreach (var callback in callbacks)
            callback.on_test_batch_end(end_step, logs);
    }

    /// <summary>Before the first batch is predicted.</summary>
    public void on_predict_begin()
    {
        Introduce();
        foreach (var callback in callbacks)
            callback.on_predict_begin();
    }

    /// <summary>Before a batch is predicted.</summary>
    public void on_predict_batch_begin(long step)
    {
        foreach (var callback in callbacks)
            callback.on_predict_batch_begin(step);
    }

    /// <summary>After a batch was predicted.</summary>
    public void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs)
    {
        foreach (var callback in callbacks)
            callback.on_predict_batch_end(end_step, logs);
    }

    /// <summary>After the last batch was predicted.</summary>
    public void on_predict_end()
    {
        foreach (var callback in callbacks)
            callback.on_predict_end();
    }

    // Users may add to the list at any time before a run, so who is in it is asked when the run begins.
    private void Introduce()
    {
        foreach (var callback in callbacks)
            if (callback is Callback known)
                (known.model, known.@params) = (_parameters.Model, _parameters);
    }
}
