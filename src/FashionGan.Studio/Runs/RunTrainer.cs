using System.Diagnostics;
using System.Runtime.InteropServices;
using FashionGanTf.Studio.Http;

namespace FashionGanTf.Studio.Runs;

/// <summary>
/// Trains, one run at a time, each in a process of its own: this program with the command <c>train</c>, which takes the run's lock and
/// writes the same files as from the command line. Whatever happens to it, the studio goes on and says what it said last.
/// </summary>
/// <param name="options">How the program is started.</param>
internal sealed partial class RunTrainer(StudioOptions options) : IDisposable
{
    /// <summary>What a training gets, when the studio ends, to save a checkpoint.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>What the terminal's Ctrl-C, which reaches the training too, gets before this asks: a second signal would end it without a
    /// checkpoint.</summary>
    private static readonly TimeSpan s_courtesy = TimeSpan.FromSeconds(2);

    private const int Terminate = 15;

    /// <summary>The exit codes of a program that saved what it had when it was asked to end.</summary>
    private const int Interrupted = 130;
    private const int Terminated = 143;

    private readonly Lock _lock = new();
    private Process? _process;
    private string _lastError = "";
    private bool _isStopped;

    /// <summary>Whether anybody may train.</summary>
    internal bool IsAllowed => options.Trainer is not null;

    /// <summary>What is being trained, and what became of the last one.</summary>
    internal TrainerStatus Status { get; private set; } = new(null, null, null);

    /// <summary>Starts a training.</summary>
    /// <param name="run">The run's name, to tell of it.</param>
    /// <param name="arguments">What follows <c>train</c>.</param>
    /// <exception cref="ProblemException">Nobody may train here, or one is being trained.</exception>
    internal void Start(string run, IReadOnlyList<string> arguments)
    {
        RequireAllowed();
        lock (_lock)
        {
            if (Status.Training is { } other)
                throw ProblemException.Conflict($"{other} is being trained; one at a time. Stop it, or wait for its end.");
            var start = new ProcessStartInfo(options.Trainer![0], [.. options.Trainer.Skip(1), "train", .. arguments])
                { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            _process?.Dispose();
            _process = new Process { StartInfo = start, EnableRaisingEvents = true };
            (_lastError, _isStopped) = ("", false);
            // Nobody reads its lines; they would fill a pipe, and it would wait.
            _process.OutputDataReceived += (_, _) => { };
            _process.ErrorDataReceived += (_, line) => _lastError = string.IsNullOrWhiteSpace(line.Data) ? _lastError : line.Data;
            _process.Exited += (_, _) => End();
            Status = new TrainerStatus(run, null, null);
            try
            {
                _process.Start();
            }
            catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
            {
                _process = null;
                Status = new TrainerStatus(null, run, error.Message);
                throw ProblemException.Unavailable($"The training cannot be started: {error.Message}");
            }

            _process.StandardInput.Close();
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }
    }

    /// <summary>Asks the training to stop after its step, with a checkpoint; it ends some time later.</summary>
    /// <exception cref="ProblemException">Nobody may train here, or nothing is being trained by this studio.</exception>
    internal void Stop()
    {
        RequireAllowed();
        lock (_lock)
        {
            if (Status.Training is null)
                throw ProblemException.Conflict("No training that was started here is running.");
            AskToEnd();
        }
    }

    /// <summary>Stops what is being trained and waits until it is saved.</summary>
    public void Dispose()
    {
        if (_process is null)
            return;
        if (!_process.WaitForExit(s_courtesy))
            AskToEnd();
        if (!_process.WaitForExit(s_patience))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void RequireAllowed()
    {
        if (!IsAllowed)
            throw ProblemException.Forbidden("Nobody may train from here; start serve with --allow-training.");
    }

    private void AskToEnd()
    {
        _isStopped = true;
        // Windows has no such signal: what is killed there goes on from its last checkpoint.
        if (OperatingSystem.IsWindows() || Kill(_process!.Id, Terminate) != 0)
            _process!.Kill(entireProcessTree: true);
    }

    private void End()
    {
        // All lines have come when this returns.
        _process!.WaitForExit();
        lock (_lock)
        {
            var code = _process.ExitCode;
            var failure = code is 0 or Interrupted or Terminated || _isStopped ? null
                : _lastError.Length > 0 ? _lastError : $"The training ended with exit code {code}.";
            Status = new TrainerStatus(null, failure is null ? null : Status.Training, failure);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
