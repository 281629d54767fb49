using System.Diagnostics;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Cli.Display;

/// <summary>Counts steps and time for a display.</summary>
/// <param name="epochs">Epochs in all.</param>
/// <param name="steps">Steps in an epoch.</param>
/// <param name="batchSize">Pictures in a step.</param>
internal abstract class TrainingProgress(int epochs, long steps, int batchSize) : Callback
{
    private readonly Stopwatch _time = new();

    /// <summary>Steps of the epoch that an earlier part of the run made.</summary>
    private long _before;

    protected int Epoch { get; private set; }

    protected long Step { get; private set; }

    protected int Epochs => epochs;

    protected long Steps => steps;

    protected TimeSpan Elapsed => _time.Elapsed;

    protected double ImagesPerSecond => (Step - _before) * batchSize / Math.Max(_time.Elapsed.TotalSeconds, 1e-9);

    /// <summary>Until the epoch's end, and until the run's.</summary>
    protected (TimeSpan Epoch, TimeSpan Run) Left
    {
        get
        {
            var step = _time.Elapsed / Math.Max(Step - _before, 1);
            var epoch = step * (steps - Step);
            return (epoch, epoch + step * steps * (epochs - Epoch));
        }
    }

    public override void on_epoch_begin(int epoch)
    {
        (Epoch, Step, _before) = (epoch + 1, 0, 0);
        _time.Restart();
    }

    public override void on_train_batch_begin(long step)
    {
        if (Step == 0)
            Step = _before = step;
    }

    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => Step++;

    /// <summary>The line that stays when an epoch has ended.</summary>
    protected string EpochLine(Dictionary<string, float> logs) =>
        $"epoch {Epoch}/{Epochs}  {ProgressText.Time(Elapsed)}  {ProgressText.Rate(ImagesPerSecond)}  {ProgressText.Logs(logs)}";
}
