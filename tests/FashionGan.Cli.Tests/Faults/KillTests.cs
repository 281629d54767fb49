namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>kill -9, again and again: each run goes on where the last save was, and the end is as if nothing had happened.</summary>
[TestClass]
public class KillTests
{
    private const int Kills = 9;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void KilledAgainAndAgain()
    {
        var run = new FaultRun("killed");
        var random = new Random(1);
        int killed = 0, whileWriting = 0;
        for (; killed < Kills; killed++)
        {
            var before = run.HalfWritten();
            using var process = run.Start("--threads", $"{1 + killed % 2}");
            var alive = (killed % 3) switch
            {
                // A moment in the work after a save.
                0 => run.WaitForSaves(process, 1) && Pause(random.Next(60)),
                // A moment while a checkpoint is written.
                1 => run.WaitForWriting(process, before) && Pause(random.Next(4)),
                // Any moment since the start, while it reads what it left for one.
                _ => run.WaitForSaves(process, 3, TimeSpan.FromMilliseconds(random.Next(900))),
            };
            Assert.IsTrue(alive, $"The run ended before kill {killed + 1} of {Kills}.");
            FaultRun.Kill(process);
            Assert.AreEqual(137, process.ExitCode);
            whileWriting += run.HalfWritten().Except(before).Any() ? 1 : 0;
        }

        TestContext.WriteLine($"{killed} kills, {whileWriting} of them while a checkpoint was being written");
        Assert.IsGreaterThanOrEqualTo(1, whileWriting, "No kill met a checkpoint that was being written.");
        run.Finish().RequireSuccess();
        run.RequireAsUnbroken();
    }

    private static bool Pause(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return true;
    }
}
