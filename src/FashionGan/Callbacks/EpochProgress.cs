using System.Diagnostics;
using FashionGanTf.Imaging;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Callbacks;

/// <summary>
/// Tells whoever watches a run's folder how far the running epoch is: every two seconds <c>run/progress.json</c>, and now and then
/// <c>samples/running.png</c>, what the generator draws by now from the noise of the epochs' pictures. Both go when the epoch ends. They
/// are no result of the run: one that cannot be written is left out, and drawing takes a fiftieth of the time at most.
/// </summary>
/// <param name="folders">Where the run writes.</param>
/// <param name="batchSize">Real pictures in a step.</param>
/// <param name="recorder">Keeps the losses; it comes before this.</param>
/// <param name="monitor">Draws.</param>
internal sealed class EpochProgress(RunFolders folders, int batchSize, RunRecorder recorder, GanMonitor monitor) : Callback
{
    /// <summary>A picture is drawn when the training has taken so many times as long as the last one did.</summary>
    private const int Share = 50;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_leastPause = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = new();
    private readonly Stopwatch _sinceWritten = new();
    private readonly Stopwatch _sincePicture = new();
    private TimeSpan _pause = s_leastPause;
    private int _epoch;
    private long _steps;

    public override void on_train_begin() => Remove();

    public override void on_epoch_begin(int epoch)
    {
        (_epoch, _steps) = (epoch + 1, 0);
        _clock.Restart();
        _sinceWritten.Restart();
        _sincePicture.Restart();
    }

    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        _steps++;
        if (_sinceWritten.Elapsed >= s_interval)
        {
            Write(end_step + 1);
            _sinceWritten.Restart();
        }

        if (_sincePicture.Elapsed >= _pause)
        {
            Draw();
            _sincePicture.Restart();
        }
    }

    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => Remove();

    private void Write(long step)
    {
        var seconds = _clock.Elapsed.TotalSeconds / _steps;
        var running = RunningEpoch.Of(_epoch, step, @params.Steps, batchSize / seconds, seconds * (@params.Steps - step), recorder.Steps);
        Try(() => Replace(folders.Progress, running.ToJson()));
    }

    private void Draw()
    {
        var clock = Stopwatch.StartNew();
        var picture = PngWriter.Encode(monitor.Draw());
        Try(() => Replace(folders.RunningPicture, picture));
        _pause = TimeSpan.FromTicks(Math.Max(s_leastPause.Ticks, Share * clock.Elapsed.Ticks));
    }

    private void Remove()
    {
        Try(() => File.Delete(folders.Progress));
        Try(() => File.Delete(folders.RunningPicture));
    }

    /// <summary>Whole at any time, as all files of a run. It need not outlast a power failure, so nobody waits for the disk.</summary>
    private static void Replace(string path, byte[] bytes)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The training matters more.
        }
    }
}
