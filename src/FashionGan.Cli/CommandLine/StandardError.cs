using System.Reflection;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Where complaints go.</summary>
internal static class StandardError
{
    /// <summary>Who complains: the benchmarks use this class too.</summary>
    private static readonly string s_program = Assembly.GetEntryAssembly()!.GetName().Name!;

    /// <summary>Says one line; where nobody can hear it, the exit code still tells.</summary>
    internal static void Say(string message)
    {
        try
        {
            Console.Error.WriteLine($"{s_program}: " + message.ReplaceLineEndings(" "));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is closed or full: a program that ended by this would tell the shell of a crash.
        }
    }
}
