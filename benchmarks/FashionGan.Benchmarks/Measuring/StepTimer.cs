using System.Diagnostics;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Times so many steps, each from the end of the one before, so that waiting for data counts; then it ends the training.</summary>
/// <param name="warmUp">Steps that are not counted, for they compile and take memory.</param>
/// <param name="steps">Steps that are.</param>
/// <param name="peak">Is probed before, after, and nine times between the steps.</param>
internal sealed class StepTimer(int warmUp, int steps, FmaPeak peak) : Callback
{
    private const int Probes = 10;

    private int _done;
    private long _start;
    private long _allocatedBefore;
    private long _allocated;

    /// <summary>Milliseconds of each step.</summary>
    internal List<double> Milliseconds { get; } = [];

    /// <summary>Managed memory that a step takes, on all threads.</summary>
    internal double AllocatedBytesPerStep => (double)_allocated / steps;

    public override void on_train_begin() => _start = Stopwatch.GetTimestamp();

    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        _done++;
        if (_done > warmUp)
        {
            Milliseconds.Add(elapsed.TotalMilliseconds);
            _allocated += GC.GetTotalAllocatedBytes(precise: true) - _allocatedBefore;
        }

        if (_done == warmUp || (_done > warmUp && PartOf(_done) > PartOf(_done - 1)))
            peak.Probe();
        if (Milliseconds.Count == steps)
            model.Stop_training = true;
        _allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>In which tenth of the steps that are measured so many are done.</summary>
    private long PartOf(int done) => (long)(done - warmUp) * Probes / steps;
}
