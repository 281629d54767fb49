namespace Tensorflow.Keras.Engine;

/// <summary>
/// Is called at the beginnings and ends of training, epochs and batches. <see cref="Callbacks.Callback"/> has an empty body for every
/// hook, for callbacks that need only some. Epochs and steps count from 0.
/// </summary>
public interface ICallback
{
    /// <summary>What was recorded: for each logged name one value an epoch.</summary>
    Dictionary<string, List<float>> history { get; set; }

    /// <summary>Before the first epoch.</summary>
    void on_train_begin();

    /// <summary>After the last epoch.</summary>
    void on_train_end();

    /// <summary>Before an epoch.</summary>
    void on_epoch_begin(int epoch);

    /// <summary>Before a training step.</summary>
    void on_train_batch_begin(long step);

    /// <summary>After a training step, with what has been gathered since the epoch began.</summary>
    void on_train_batch_end(long end_step, Dictionary<string, float> logs);

    /// <summary>After an epoch and its validation, whose values have names that begin with <c>val_</c>.</summary>
    void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs);

    /// <summary>Before the first batch is predicted.</summary>
    void on_predict_begin();

    /// <summary>Before a batch is predicted.</summary>
    void on_predict_batch_begin(long step);

    /// <summary>After a batch was predicted; the log <c>outputs</c> holds the predictions.</summary>
    void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs);

    /// <summary>After the last batch was predicted.</summary>
    void on_predict_end();

    /// <summary>Before an evaluation, be it a validation within training.</summary>
    void on_test_begin();

    /// <summary>After an evaluation.</summary>
    void on_test_end(Dictionary<string, float> logs);

    /// <summary>Before a batch is evaluated.</summary>
    void on_test_batch_begin(long step);

    /// <summary>After a batch was evaluated, with what has been gathered since the evaluation began.</summary>
    void on_test_batch_end(long end_step, Dictionary<string, float> logs);
}
