namespace FashionGanTf.Cli.CommandLine;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    internal const int Success = 0;

    /// <summary>Something is wrong with the data, a file or the machine; a line on standard error says what.</summary>
    internal const int Failure = 1;

    /// <summary>The command line is wrong; a line on standard error says where.</summary>
    internal const int Usage = 2;

    /// <summary>Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    internal const int Interrupted = 130;

    /// <summary>SIGTERM, likewise.</summary>
    internal const int Terminated = 143;
}
