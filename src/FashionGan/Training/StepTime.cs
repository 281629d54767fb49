using System.Diagnostics;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Training;

/// <summary>How long a training step takes on this machine: real steps, data and both optimizers with them, of a model that is thrown away.</summary>
public static class StepTime
{
    /// <summary>Steps before the clock counts: the first ones compile and take memory.</summary>
    private const int WarmUp = 3;

    private const int Measured = 7;

    /// <summary>The median time of a few steps; fewer than ten where an epoch has fewer.</summary>
    /// <param name="run">Whose options and data are taken; its own model learns nothing.</param>
    public static TimeSpan Measure(TrainingRun run)
    {
        var timer = new Timer();
        run.NewModel().fit(run.Batches.take(WarmUp + Measured), epochs: 1, verbose: 0, callbacks: [timer]);
        var times = timer.Times.Skip(Math.Min(WarmUp, timer.Times.Count - 1)).Order().ToList();
        return times[times.Count / 2];
    }

    private sealed class Timer : Callback
    {
        private readonly Stopwatch _clock = new();

        internal List<TimeSpan> Times { get; } = [];

        // From one step's end to the next one's: waiting for data counts.
        public override void on_train_begin() => _clock.Restart();

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            Times.Add(_clock.Elapsed);
            _clock.Restart();
        }
    }
}
