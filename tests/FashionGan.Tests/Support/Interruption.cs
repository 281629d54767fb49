using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Tests.Support;

/// <summary>What happens to a run at one place of it.</summary>
/// <param name="epoch">The epoch, from 0.</param>
/// <param name="step">The step after which it happens; -1 before the epoch's first,
/// <see cref="AtEpochEnd"/> when the epoch's files were written.</param>
/// <param name="asks">Whether it is asked to stop, as by Ctrl-C;
/// otherwise it ends at once and nothing more is written, as by a kill.</param>
internal sealed class Interruption(int epoch, int step, bool asks) : Callback, IDisposable
{
    internal const int AtEpochEnd = int.MaxValue;

    private readonly CancellationTokenSource _source = new();
    private int _epoch;

    internal CancellationToken Stop => _source.Token;

    public override void on_epoch_begin(int epoch)
    {
        _epoch = epoch;
        HappenAt(-1);
    }

    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => HappenAt(end_step);

    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => HappenAt(AtEpochEnd);

    public void Dispose() => _source.Dispose();

    private void HappenAt(long place)
    {
        if (_epoch != epoch || place != step)
            return;
        if (!asks)
            throw new KilledException();
        _source.Cancel();
    }
}

/// <summary>Ends a run at once.</summary>
internal sealed class KilledException : Exception;
