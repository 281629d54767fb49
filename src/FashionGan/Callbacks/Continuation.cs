using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using static Tensorflow.Binding;

namespace FashionGanTf.Callbacks;

/// <summary>Sets streams of random numbers and running metrics to where a checkpoint has them, so that the run goes on as if it had never
/// been interrupted.</summary>
/// <param name="gan">Has the checkpoint's variables already.</param>
/// <param name="from">The checkpoint; <c>fit</c> must begin at its epoch and step.</param>
internal sealed class Continuation(FashionGan gan, Checkpoint from) : Callback
{
    private bool _goesOn;

    /// <inheritdoc/>
    public override void on_train_begin() => from.RestoreStreamsAndMetrics(gan);

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch)
    {
        // The walk over the data begins next; it takes the order of the pictures from here.
        if (from.Step > 0 && !_goesOn)
            from.State.EpochStart.Restore(tf.random.get_global_generator());
    }

    /// <inheritdoc/>
    public override void on_train_batch_begin(long step)
    {
        if (from.Step > 0 && !_goesOn)
            from.RestoreStreamsAndMetrics(gan);
        _goesOn = true;
    }
}
