using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Makes callbacks.</summary>
public sealed class CallbacksApi
{
    internal CallbacksApi()
    {
    }

    /// <inheritdoc cref="Callbacks.EarlyStopping(string, float, int, int, string, float?, bool, int)"/>
    public ICallback EarlyStopping(
        string monitor = "val_loss", float min_delta = 0f, int patience = 0, int verbose = 0, string mode = "auto", float? baseline = null,
        bool restore_best_weights = false, int start_from_epoch = 0) =>
        new EarlyStopping(monitor, min_delta, patience, verbose, mode, baseline, restore_best_weights, start_from_epoch);

    /// <inheritdoc cref="Callbacks.ModelCheckpoint(string, string, int, bool, bool, string, float?)"/>
    public ICallback ModelCheckpoint(
        string filepath, string monitor = "val_loss", int verbose = 0, bool save_best_only = false, bool save_weights_only = true,
        string mode = "auto", float? initial_value_threshold = null) =>
        new ModelCheckpoint(filepath, monitor, verbose, save_best_only, save_weights_only, mode, initial_value_threshold);

    /// <inheritdoc cref="Callbacks.CSVLogger(string, string, bool)"/>
    public ICallback CSVLogger(string filename, string separator = ",", bool append = false) => new CSVLogger(filename, separator, append);

    /// <inheritdoc cref="Callbacks.TensorBoard(string, int, bool, string)"/>
    public ICallback TensorBoard(
        string log_dir = "logs", int histogram_freq = 0, bool write_images = false, string update_freq = "epoch") =>
        new TensorBoard(log_dir, histogram_freq, write_images, update_freq);

    /// <inheritdoc cref="Callbacks.LambdaCallback(Action{int}, Action{int, Dictionary{string, float}}, Action{long},
    /// Action{long, Dictionary{string, float}}, Action, Action)"/>
    public ICallback LambdaCallback(
        Action<int>? on_epoch_begin = null,
        Action<int, Dictionary<string, float>>? on_epoch_end = null,
        Action<long>? on_train_batch_begin = null,
        Action<long, Dictionary<string, float>>? on_train_batch_end = null,
        Action? on_train_begin = null,
        Action? on_train_end = null) =>
        new LambdaCallback(on_epoch_begin, on_epoch_end, on_train_batch_begin, on_train_batch_end, on_train_begin, on_train_end);
}
