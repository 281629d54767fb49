using System.Diagnostics;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Training;

/// <summary>How long a training step takes on this machine: real steps, data and both optimizers with them,
/// of a model that is thrown away.</summary>
public static class StepTime
{
    /// <summary>Steps before the clock counts: the first ones compile and take memory.</summary>
    private const int WarmUp = 3;

    private const int Measured = 7;

    /// <summary>The median time of a few steps.</summary>
    /// <param name="run">Whose options and data are taken; its own model learns nothing.</param>
    /// <param name="stop">Ends it after the step that is under way.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TimeSpan Measure(TrainingRun run, CancellationToken stop = default)
    {
        var timer = new Timer(stop);
        run.NewModel().fit(run.Batches.repeat().take(WarmUp + Measured), epochs: 1, verbose: 0, callbacks: [timer]);
        return timer.Times.Skip(WarmUp).Order().ElementAt(Measured / 2);
    }

    private sealed class Timer(CancellationToken stop) : Callback
    {
        private readonly Stopwatch _clock = new();

        internal List<TimeSpan> Times { get; } = [];

        // From one step's end to the next one's: waiting for data counts.
        public override void on_train_begin() => _clock.Restart();

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            stop.ThrowIfCancellationRequested();
            Times.Add(_clock.Elapsed);
            _clock.Restart();
        }
    }
}
