using Tensorflow.Distribute;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Callbacks;

/// <summary>Ends training after the step in which it was asked to, with the weights and a checkpoint saved. Processes that share a training
/// end it after the same step, whichever of them was asked.</summary>
/// <param name="communicator">The processes.</param>
/// <param name="save">Saves what this process has to save after a step.</param>
/// <param name="stop">Asks this one.</param>
internal sealed class StopOnRequest(ICommunicator communicator, Action<long> save, CancellationToken stop) : Callback
{
    private readonly int[] _counts = [.. Enumerable.Repeat(1, communicator.Size)];

    /// <summary>A 1 for each process that was asked; kept, for they are told after each step.</summary>
    private readonly float[] _asked = new float[communicator.Size];

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        // After an epoch's last step its end follows at once, with its files and its checkpoint.
        if (end_step + 1 >= @params.Steps || !IsAsked())
            return;
        save(end_step);
        throw new OperationCanceledException(stop);
    }

    /// <summary>A request that came in an epoch's last step, or while its files were written: they and its checkpoint are there.</summary>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        if (IsAsked())
            throw new OperationCanceledException(stop);
    }

    private bool IsAsked()
    {
        if (communicator.Size == 1)
            return stop.IsCancellationRequested;
        communicator.AllGather([stop.IsCancellationRequested ? 1 : 0], _asked, _counts);
        return _asked.Contains(1);
    }
}
