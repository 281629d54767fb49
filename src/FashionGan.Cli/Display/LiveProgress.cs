using Spectre.Console;
using Spectre.Console.Rendering;

namespace FashionGanTf.Cli.Display;

/// <summary>Two lines that renew themselves while an epoch runs; a line for each epoch that has ended stays above them.</summary>
internal sealed class LiveProgress(IAnsiConsole console, LiveDisplayContext live, int epochs, long steps, int batchSize)
    : TrainingProgress(epochs, steps, batchSize)
{
    private const int BarWidth = 30;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private TimeSpan _lastDrawn;

    public override void on_epoch_begin(int epoch)
    {
        base.on_epoch_begin(epoch);
        _lastDrawn = TimeSpan.Zero;
        // Two lines from the start: to renew one, the library moves up by 0 lines, which terminals take for 1, the line above.
        var line = new Text(ProgressText.Cut($"epoch {Epoch}/{Epochs}  step 0/{Steps}", console.Profile.Width));
        live.UpdateTarget(new Rows(line, new Text(" ")));
    }

    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        base.on_train_batch_end(end_step, logs);
        if (Elapsed - _lastDrawn < s_pause)
            return;
        _lastDrawn = Elapsed;
        live.UpdateTarget(Picture(logs));
    }

    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        // Blank first: the line that stays may be shorter than what it is written over.
        live.UpdateTarget(Text.Empty);
        console.WriteLine(EpochLine(epoch_logs));
    }

    internal IRenderable Picture(Dictionary<string, float> logs)
    {
        var (epoch, run) = Left;
        var width = console.Profile.Width;
        var (head, tail) = (
            $"epoch {Epoch}/{Epochs}  step {Step}/{Steps}  ",
            $" {100 * Step / Steps,3} %  {ProgressText.Rate(ImagesPerSecond)}  {ProgressText.Time(epoch)} left of the epoch, " +
            $"{ProgressText.Time(run)} of the run");
        // Wrapped, the lines would be more than two, and jump: first the bar gives way, then the line's end.
        var bar = ProgressText.Bar(Step / (double)Steps, Math.Clamp(width - head.Length - tail.Length, 0, BarWidth));
        head = ProgressText.Cut(head, width);
        tail = ProgressText.Cut(tail, width - head.Length - bar.Length);
        return new Rows(new Markup($"{head}[green]{bar}[/]{tail}"), new Text(ProgressText.Cut(ProgressText.Logs(logs), width)));
    }
}
