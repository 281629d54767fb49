using FashionGanTf.Callbacks;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Training;

/// <summary>A training run with a folder that is its own until this is disposed.</summary>
public sealed class OpenRun : IDisposable
{
    private readonly TrainingRun _run;
    private readonly RunFolders _folders;
    private readonly RunConfig _config;

    /// <summary>The folder's; null in a process that shares a training and writes nothing.</summary>
    private readonly RunLock? _lock;

    private OpenRun(TrainingRun run, RunFolders folders, RunLock? taken, RunConfig config, Checkpoint? from) =>
        (_run, _folders, _lock, _config, From) = (run, folders, taken, config, from);

    /// <summary>Where the run goes on from; null when it begins anew.</summary>
    public Checkpoint? From { get; }

    /// <summary>Whether all its epochs are made: there is nothing to train.</summary>
    public bool HasEnded => _config.Ended is not null;

    internal static OpenRun Of(TrainingRun run, RunFolders folders, RunStart start, Action<string> warn)
    {
        RankAgreement.Require(run);
        if (run.Communicator.Rank > 0)
            return Follow(run, folders);
        var open = Take(run, folders, start, warn);
        if (run.Communicator.Size > 1)
        {
            RunFolders.Told(run.Communicator, open._config);
            run.Communicator.Broadcast(open.From?.ReadBytes() ?? []);
        }

        return open;
    }

    /// <summary>Takes a run's place in a process that writes nothing: what rank 0 found in the folder is what this one goes on
    /// from.</summary>
    private static OpenRun Follow(TrainingRun run, RunFolders folders)
    {
        var config = RunFolders.Told(run.Communicator, null);
        var bytes = run.Communicator.Broadcast(null);
        var from = bytes.Length == 0 ? null : Checkpoint.Of(bytes, "The checkpoint of rank 0");
        from?.RestoreVariables(run.Model);
        return new OpenRun(run, folders, null, config, from);
    }

    private static OpenRun Take(TrainingRun run, RunFolders folders, RunStart start, Action<string> warn)
    {
        // Before folders are made where there is nothing.
        if (start == RunStart.Resume)
            folders.ReadConfig();
        folders.Create();
        var taken = RunLock.Take(folders);
        try
        {
            var config = run.Config with { Out = Path.GetFullPath(folders.Root) };
            if (start == RunStart.New)
                folders.RequireNoRun();
            if (start == RunStart.Overwrite)
                folders.RemoveRun();
            if (start != RunStart.Resume)
                return new OpenRun(run, folders, taken, config, null);

            var before = folders.ReadConfig();
            if (before.Differences(config) is { } differences)
                throw new ArgumentException($"The run in {folders.Root} cannot go on with other options or data: {differences}.");
            var files = new CheckpointFiles(folders.Run);
            // Killed before its first step, whose checkpoint is the first: nothing was made yet.
            if (!files.Any && !File.Exists(Path.Combine(folders.Run, "history.csv")))
            {
                warn($"There is no checkpoint in {folders.Run}: the run begins anew with its first epoch.");
                return new OpenRun(run, folders, taken, config with { Started = before.Started }, null);
            }

            var from = files.Load(warn);
            from.RestoreVariables(run.Model);
            folders.RemoveHalfWritten();
            var ended = from.Epoch >= run.Options.Epochs ? before.Ended : null;
            return new OpenRun(run, folders, taken, config with { Started = before.Started, Ended = ended }, from);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Trains; after each epoch <c>samples/</c> gets a picture and <c>run/</c> the weights and a line of history.</summary>
    /// <param name="callbacks">More callbacks, a display for one; they come after those that write.</param>
    /// <param name="stop">Ends the run after the step that is under way, with a checkpoint.</param>
    /// <exception cref="IOException">Something cannot be written; the checkpoints that were there are still there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="DivergedException">It came to numbers that are not finite.</exception>
    public void Train(IEnumerable<ICallback> callbacks, CancellationToken stop = default)
    {
        if (HasEnded)
            return;
        var (model, options) = (_run.Model, _run.Options);
        var guard = new TerminateOnNaN(model, options.LearningRate);
        ICallback[] annealing = TrainingRun.Annealing(options, model) is { } schedules ? [schedules] : [];
        ICallback[] continuation = From is not null ? [new Continuation(model, From)] : [];
        model.fit(
            _run.Batches, epochs: options.Epochs, verbose: 0,
            callbacks:
            [
                .. annealing, guard,
                .. _lock is null
                    ? [.. continuation, new StopOnRequest(_run.Communicator, _ => { }, stop)]
                    : Writing(guard, callbacks, continuation, stop),
            ],
            initial_epoch: From?.Epoch ?? 0, initial_step: From?.Step ?? 0);
    }

    /// <summary>The callbacks of the process that writes.</summary>
    private IEnumerable<ICallback> Writing(
        TerminateOnNaN guard, IEnumerable<ICallback> display, ICallback[] continuation, CancellationToken stop)
    {
        var (model, options) = (_run.Model, _run.Options);
        var recorder = new RunRecorder(_folders.Run, _config, model);
        var monitor = new GanMonitor(model, _folders.Samples, options.Epochs, options.Seed);
        if (From is not null)
        {
            recorder.Restore(From.State.History, From.Steps, TimeSpan.FromSeconds(From.State.Seconds));
            // One more picture than the checkpoint counts, where a kill came before it.
            monitor.AlignNames(From.Epoch + 1);
        }

        var checkpoints = new Checkpoints(
            model, _folders.Run, recorder, guard, TimeSpan.FromMinutes(options.CheckpointEvery), isNew: From is null);
        ICallback[] board = options.Tensorboard is true ? [new GanTensorBoard(_folders.TensorBoard, _config, model, monitor)] : [];
        return
        [
            monitor, recorder, new EpochProgress(_folders, options.BatchSize, recorder, monitor), .. board, .. display, .. continuation,
            checkpoints, new StopOnRequest(_run.Communicator, SaveAfter, stop),
        ];

        void SaveAfter(long step)
        {
            checkpoints.SaveAfter(step);
            recorder.SaveWeights();
        }
    }

    /// <summary>Lets another training have the folder.</summary>
    public void Dispose() => _lock?.Dispose();
}
