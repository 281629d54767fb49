using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Callbacks;

/// <summary>Ends training after the step in which it was asked to, with the weights and a checkpoint saved.</summary>
internal sealed class StopOnRequest(RunRecorder recorder, Checkpoints checkpoints, CancellationToken stop) : Callback
{
    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        if (!stop.IsCancellationRequested || !checkpoints.SaveAfter(end_step))
            return;
        recorder.SaveWeights();
        throw new OperationCanceledException(stop);
    }

    /// <summary>A request that came in an epoch's last step, or while its files were written: they and its checkpoint are there.</summary>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => stop.ThrowIfCancellationRequested();
}
