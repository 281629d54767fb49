using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>
/// The base of callbacks: every hook is there and does nothing. <see cref="CallbackList"/> sets <see cref="model"/> and
/// <see cref="@params"/> before the first hook.
/// </summary>
/// <example><code>
/// sealed class PrintLoss : Callback
/// {
///     public override void on_epoch_end(int epoch, Dictionary&lt;string, float&gt; epoch_logs) => print(epoch_logs["loss"]);
/// }
/// </code></example>
public abstract class Callback : ICallback
{
    /// <summary>The model that is trained, evaluated or asked for predictions.</summary>
    public IModel model { get; set; } = null!;

    /// <summary>What is known about the run.</summary>
    public CallbackParams @params { get; set; } = new();

    /// <inheritdoc/>
    public virtual Dictionary<string, List<float>> history { get; set; } = [];

    /// <inheritdoc/>
    public virtual void on_train_begin()
    {
    }

    /// <inheritdoc/>
    public virtual void on_train_end()
    {
    }

    /// <inheritdoc/>
    public virtual void on_epoch_begin(int epoch)
    {
    }

    /// <inheritdoc/>
    public virtual void on_train_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public virtual void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
    }

    /// <inheritdoc/>
    public virtual void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
    }

    /// <inheritdoc/>
    public virtual void on_predict_begin()
    {
    }

    /// <inheritdoc/>
    public virtual void on_predict_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public virtual void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs)
    {
    }

    /// <inheritdoc/>
    public virtual void on_predict_end()
    {
    }

    /// <inheritdoc/>
    public virtual void on_test_begin()
    {
    }

    /// <inheritdoc/>
    public virtual void on_test_end(Dictionary<string, float> logs)
    {
    }

    /// <inheritdoc/>
    public virtual void on_test_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public virtual void on_test_batch_end(long end_step, Dictionary<string, float> logs)
    {
    }
}
