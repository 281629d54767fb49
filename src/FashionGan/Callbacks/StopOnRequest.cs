using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Callbacks;

/// <summary>Ends training after the step in which it was asked to, with the weights saved.</summary>
internal sealed class StopOnRequest(RunRecorder recorder, CancellationToken stop) : Callback
{
    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        if (!stop.IsCancellationRequested)
            return;
        recorder.SaveWeights();
        throw new OperationCanceledException(stop);
    }
}
