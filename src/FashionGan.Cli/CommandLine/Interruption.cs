using System.Runtime.InteropServices;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>
/// Ctrl-C, and the polite way to end a process: the first asks the running command to stop where it leaves whole files, the second ends
/// the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    internal Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    /// <summary>Is cancelled by the first signal.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>What the first signal has the program tell the shell.</summary>
    internal int ExitCode { get; private set; } = CommandLine.ExitCode.Interrupted;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        if (!context.Cancel)
            return;
        if (context.Signal == PosixSignal.SIGTERM)
            ExitCode = CommandLine.ExitCode.Terminated;
        _source.Cancel();
    }
}
