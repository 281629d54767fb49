using System.ComponentModel;
using System.Diagnostics;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens a page; where that cannot be done, one line on standard error says so, and nothing else does.</summary>
    internal static async Task Open(Uri page)
    {
        try
        {
            using var process = Process.Start(How(page));
            // Windows hands the page to a browser that runs already.
            if (process is null || OperatingSystem.IsWindows())
                return;
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
                return;
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            // Said below, in one way.
        }

        StandardError.Say($"no browser could be opened; go to {page} yourself.");
    }

    /// <summary>What looks for a browser on Unix writes of each that it does not find, and so do browsers: a shell keeps them
    /// quiet.</summary>
    private static ProcessStartInfo How(Uri page) => OperatingSystem.IsWindows()
        ? new(page.AbsoluteUri) { UseShellExecute = true }
        : new("sh",
        [
            "-c", "exec \"$0\" \"$1\" </dev/null >/dev/null 2>&1", OperatingSystem.IsMacOS() ? "open" : "xdg-open", page.AbsoluteUri,
        ]);
}
