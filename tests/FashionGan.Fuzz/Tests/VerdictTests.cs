using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Fuzz.Mutation;
using FashionGanTf.Fuzz.Running;

namespace FashionGanTf.Fuzz.Tests;

/// <summary>The fuzzer sees what it is there to see: a watchman who never calls is none.</summary>
[TestClass]
public class VerdictTests
{
    [TestMethod]
    public void WhatIsWrongIsSeen()
    {
        Assert.IsNull(Verdict.Of(new Reader(_ => { }), [], out var read));
        Assert.IsTrue(read);
        Assert.IsNull(Verdict.Of(new Reader(_ => throw new InvalidDataException("damaged")), [], out read));
        Assert.IsFalse(read);
        StringAssert.Contains(Verdict.Of(new Reader(_ => throw new InvalidDataException("two\nlines")), [], out _), "U+000A");
        StringAssert.Contains(Verdict.Of(new Reader(_ => throw new InvalidDataException("two\u2028lines")), [], out _), "U+2028");
        StringAssert.Contains(Verdict.Of(new Reader(_ => throw new InvalidDataException(new string('x', 1000))), [], out _),
            "1000 characters");
        StringAssert.Contains(Verdict.Of(new Reader(_ => throw new OverflowException("size")), [], out _), "does not declare");
        StringAssert.Contains(Verdict.Of(new Reader(_ => GC.KeepAlive(new byte[100_000])), [], out _), "bytes of memory");
    }

    [TestMethod]
    public void AFindingIsSavedAndMadeAgainFromItsNumbers()
    {
        var format = new Reader(input => throw new OverflowException("size"));
        var finding = new FuzzRun(format, seed: 7, start: 41, count: 2).Run()[1];
        Assert.AreEqual((7, 42), (finding.Seed, finding.Number));
        CollectionAssert.AreEqual(format.MakeInput(new FuzzRandom(7, 42)), finding.Input);

        var folder = Directory.CreateTempSubdirectory("fuzz-");
        StringAssert.Contains(finding.Report(folder.FullName), "--format reader --seed 7 --start 42 --count 1");
        CollectionAssert.AreEqual(finding.Input, File.ReadAllBytes(folder.GetFiles().Single().FullName));
        folder.Delete(recursive: true);
    }

    [TestMethod]
    public void WhatNeverEndsIsSeen()
    {
        using var never = new ManualResetEventSlim();
        var inputs = 0;
        // The two seeds are read first.
        var run = new FuzzRun(new Reader(_ => { if (++inputs > 5) never.Wait(); }), seed: 1, start: 0, count: 10)
            { Patience = TimeSpan.FromSeconds(1) };
        var finding = run.Run().Single();
        Assert.AreEqual(3, finding.Number);
        StringAssert.Contains(finding.What, "was not read after 1 s");
        never.Set();
    }

    private sealed class Reader(Action<byte[]> read) : FuzzFormat
    {
        internal override string Name => "reader";

        internal override IReadOnlyList<byte[]> Seeds => [[1, 2, 3], [4]];

        internal override void Read(byte[] file) => read(file);

        internal override long MostMemory(byte[] file) => 50_000;
    }
}
