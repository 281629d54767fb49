using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>A clock that jumps by decades, back and forth, each time it is asked.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class ClockTests
{
    /// <summary>Stands in the place of the C library's clock for the program;
    /// the steady clock is left alone, as the system leaves it when time is set.</summary>
    private const string Jumping =
        """
        #define _GNU_SOURCE
        #include <time.h>
        #include <unistd.h>
        #include <sys/syscall.h>
        int clock_gettime(clockid_t clock, struct timespec *now)
        {
            static int asked;
            int result = syscall(SYS_clock_gettime, clock, now);
            if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
                now->tv_sec += (asked++ & 1) ? 315360000L : -630720000L;
            return result;
        }
        """;

    [TestMethod]
    public void AClockThatJumps()
    {
        var library = Library();
        var run = new FaultRun("clock");
        using (var process = ProgramRun.StartShell(Script(library), run.OftenSaved()))
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            Assert.IsTrue(run.WaitForSaves(process, 5), "With a jumping clock the run did not save after each step.");
            FaultRun.Kill(process);
        }

        var started = RunConfig.Read(Path.Combine(run.Run, "config.json")).Started;
        Assert.IsGreaterThan(3000, Math.Abs((started - DateTimeOffset.UtcNow).TotalDays),
            "The program's clock did not jump, so this shows nothing.");

        using (var process = ProgramRun.StartShell(Script(library), run.Arguments("--checkpoint-every", "5")))
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            ProgramRun.End(process, () => output.Result, () => error.Result).RequireSuccess();
        }

        run.RequireAsUnbroken();
        foreach (var line in File.ReadAllLines(Path.Combine(run.Run, "history.csv")).Skip(1))
            Assert.IsInRange(0, 60, double.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture), line);
    }

    private static string Script(string library) => $"LD_PRELOAD={library} exec \"$@\"";

    private static string Library()
    {
        var (source, library) = (Workplace.Folder("clock.c"), Workplace.Folder("clock.so"));
        File.WriteAllText(source, Jumping);
        try
        {
            using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-O1", "-o", library, source]);
            compiler.WaitForExit();
            Assert.AreEqual(0, compiler.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Inconclusive("There is no C compiler to make a jumping clock with.");
        }

        return library;
    }
}
