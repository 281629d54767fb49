using System.Diagnostics;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using static Tensorflow.Binding;

namespace FashionGanTf.Callbacks;

/// <summary>
/// Saves checkpoints: when training begins, at each epoch's end, and within an epoch whenever a time has passed. It comes after the
/// callbacks that write the epoch's files, so that a checkpoint that counts an epoch has its files beside it.
/// </summary>
public sealed class Checkpoints : Callback
{
    private readonly FashionGan _gan;
    private readonly CheckpointFiles _files;
    private readonly RunRecorder _recorder;
    private readonly TerminateOnNaN _guard;
    private readonly TimeSpan _every;
    private readonly Stopwatch _sinceLast = new();
    private readonly bool _isNew;
    private int _epoch;
    private StreamPlace _epochStart;

    /// <summary>Checkpoints of one run.</summary>
    /// <param name="gan">The model that is trained.</param>
    /// <param name="folder">Where the checkpoints go, <c>run/</c>.</param>
    /// <param name="recorder">Keeps the history.</param>
    /// <param name="guard">Keeps what is not finite out of checkpoints.</param>
    /// <param name="every">The time from one checkpoint within an epoch to the next.</param>
    /// <param name="isNew">Whether the run begins; one that goes on has a <see cref="Continuation"/> before this.</param>
    public Checkpoints(FashionGan gan, string folder, RunRecorder recorder, TerminateOnNaN guard, TimeSpan every, bool isNew = true) =>
        (_gan, _files, _recorder, _guard, _every, _isNew) = (gan, new CheckpointFiles(folder), recorder, guard, every, isNew);

    /// <inheritdoc/>
    public override void on_train_begin()
    {
        _sinceLast.Restart();
        if (!_isNew)
            return;
        _epochStart = GlobalPlace();
        Save(0, 0);
    }

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch)
    {
        _epoch = epoch;
        // The walk over the data begins next; it takes the order of the pictures from here.
        _epochStart = GlobalPlace();
    }

    /// <inheritdoc/>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        if (_sinceLast.Elapsed >= _every)
            SaveAfter(end_step);
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        _epochStart = GlobalPlace();
        Save(epoch + 1, 0);
    }

    /// <summary>Saves after a step; not after an epoch's last one: the epoch's end follows at once,
    /// with its files and its checkpoint.</summary>
    internal void SaveAfter(long step)
    {
        if (step + 1 < @params.Steps)
            Save(_epoch, (int)step + 1);
    }

    private static StreamPlace GlobalPlace() => StreamPlace.Of(tf.random.get_global_generator());

    private void Save(int epoch, int step)
    {
        _guard.RequireFiniteWeights();
        _files.Save(_gan, new CheckpointState(
            epoch,
            step,
            step > 0 ? _recorder.Elapsed.TotalSeconds : 0,
            _epochStart,
            GlobalPlace(),
            [.. Checkpoint.Streams(_gan).Select(StreamPlace.Of)],
            _gan.metrics.ToDictionary(metric => metric.Name, metric => metric.get_state()),
            [.. _recorder.Rows]), _recorder.Steps);
        _sinceLast.Restart();
    }
}
