using System.ComponentModel;
using System.Diagnostics;

namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>Runs a program of the system and waits for it.</summary>
internal static class ChildProcess
{
    /// <summary>True when PATH leads to a program of this name.</summary>
    internal static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="IOException">It cannot be started, takes too long or fails; the message has the last line that it said.</exception>
    internal static void Run(string program, IEnumerable<string> arguments, string folder, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Its messages are quoted in ours, which are in English.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = process.StandardOutput.ReadToEndAsync();
            var complained = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(patience))
            {
                process.Kill(entireProcessTree: true);
                throw new IOException($"{program} took longer than {patience.TotalMinutes:0.#} minutes");
            }

            if (process.ExitCode != 0)
                throw new IOException(
                    $"{program} failed: {LastLine(complained.Result) ?? LastLine(said.Result) ?? $"exit code {process.ExitCode}"}");
        }
        catch (Win32Exception error)
        {
            throw new IOException($"{program} cannot be started: {error.Message}", error);
        }
    }

    private static string? LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
}
