using Tensorflow.Devices.Cpu;

namespace Tensorflow.Tests.Devices;

[TestClass]
public class WorkTests
{
    private int _threads;

    [TestInitialize]
    public void Remember() => _threads = Work.Threads;

    [TestCleanup]
    public void Restore() => Work.Threads = _threads;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(8)]
    public void EveryPieceRunsOnce(int threads)
    {
        Work.Threads = threads;
        foreach (var count in new[] { 0, 1, 2, 3, 7, 64, 1000 })
            AssertEachOnce(count);
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(8)]
    public void RegionsThatFollowEachOtherDoNotMix(int threads)
    {
        Work.Threads = threads;
        for (var region = 0; region < 20_000; region++)
        {
            var runs = new int[2 + region % 5];
            Work.Run(runs.Length, piece => Interlocked.Increment(ref runs[piece]));
            Assert.IsTrue(Array.TrueForAll(runs, n => n == 1), $"Region {region}: {string.Join(" ", runs)}");
        }
    }

    [TestMethod]
    public void ThreadsThatSleepAreWoken()
    {
        Work.Threads = 3;
        for (var region = 0; region < 20; region++)
        {
            // Far longer than a thread looks for work before it sleeps.
            Thread.Sleep(10);
            MeetOnThreads(3);
        }
    }

    [TestMethod]
    public void AsManyThreadsWorkAtOnceAsAreAskedFor()
    {
        foreach (var threads in new[] { 2, 8, 3, 2, 4 })
        {
            Work.Threads = threads;
            MeetOnThreads(threads);
        }
    }

    [TestMethod]
    public void EachThreadBeginsWithItsOwnStretch()
    {
        Work.Threads = 4;
        var threads = new int[4];
        for (var region = 0; region < 20; region++)
        {
            var now = new int[4];
            using var all = new Barrier(4);
            Work.Run(4, piece =>
            {
                now[piece] = Environment.CurrentManagedThreadId;
                Assert.IsTrue(all.SignalAndWait(TimeSpan.FromSeconds(60)));
            });
            if (region == 0)
                now.CopyTo(threads, 0);
            CollectionAssert.AreEqual(threads, now);
        }

        Assert.AreEqual(Environment.CurrentManagedThreadId, threads[0]);
    }

    [TestMethod]
    public void WhoIsDoneTakesTheOthersPieces()
    {
        Work.Threads = 2;
        for (var waiting = 0; waiting < 10; waiting += 9)
        {
            var others = 9;
            Work.Run(10, piece =>
            {
                if (piece != waiting)
                    Interlocked.Decrement(ref others);
                else
                    Assert.IsTrue(SpinWait.SpinUntil(() => Volatile.Read(ref others) == 0, TimeSpan.FromSeconds(60)));
            });
        }
    }

    [TestMethod]
    public void OneThreadIsTheCallers()
    {
        Work.Threads = 1;
        var caller = Environment.CurrentManagedThreadId;
        Work.Run(100, _ => Assert.AreEqual(caller, Environment.CurrentManagedThreadId));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(8)]
    public void AFailureOfAPieceReachesTheCallerAndTheNextRegionRuns(int threads)
    {
        Work.Threads = threads;
        foreach (var failing in new[] { 0, 5, 19 })
        {
            var error = Assert.ThrowsExactly<InvalidOperationException>(() => Work.Run(20, piece =>
            {
                if (piece == failing)
                    throw new InvalidOperationException($"piece {piece}");
            }));
            Assert.AreEqual($"piece {failing}", error.Message);
            AssertEachOnce(20);
        }
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(8)]
    public void WhenAllPiecesFailOneFailureIsRaised(int threads)
    {
        Work.Threads = threads;
        Assert.ThrowsExactly<InvalidOperationException>(() => Work.Run(50, _ => throw new InvalidOperationException()));
        AssertEachOnce(50);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(8)]
    public void APieceMayHavePieces(int threads)
    {
        Work.Threads = threads;
        var runs = new int[12, 9];
        Work.Run(12, outer => Work.Run(9, inner => Interlocked.Increment(ref runs[outer, inner])));
        foreach (var n in runs)
            Assert.AreEqual(1, n);
    }

    [TestMethod]
    public void AFailureInsideNestedPiecesReachesTheCaller()
    {
        Work.Threads = 3;
        Assert.ThrowsExactly<InvalidOperationException>(() => Work.Run(6, outer => Work.Run(6, inner =>
        {
            if (outer == 3 && inner == 4)
                throw new InvalidOperationException();
        })));
        AssertEachOnce(40);
    }

    [TestMethod]
    public void SeveralCallersAtOnceEachGetTheirPiecesDone()
    {
        Work.Threads = 3;
        var failures = 0;
        var callers = Enumerable.Range(0, 6).Select(caller => new Thread(() =>
        {
            for (var region = 0; region < 2000; region++)
            {
                var runs = new int[3 + (caller + region) % 6];
                Work.Run(runs.Length, piece => Interlocked.Increment(ref runs[piece]));
                if (!Array.TrueForAll(runs, n => n == 1))
                    Interlocked.Increment(ref failures);
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        Assert.AreEqual(0, failures);
    }

    [TestMethod]
    public void TheNumberOfThreadsMayChangeWhileOthersCompute()
    {
        Work.Threads = 2;
        using var stop = new CancellationTokenSource();
        var failures = 0;
        var caller = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var runs = new int[17];
                Work.Run(runs.Length, piece => Interlocked.Increment(ref runs[piece]));
                if (!Array.TrueForAll(runs, n => n == 1))
                    Interlocked.Increment(ref failures);
            }
        });
        caller.Start();
        for (var i = 0; i < 200; i++)
        {
            Work.Threads = 1 + i % 4;
            AssertEachOnce(9);
        }

        stop.Cancel();
        caller.Join();
        Assert.AreEqual(0, failures);
    }

    [TestMethod]
    public void ElementsAreCutIntoPiecesThatCoverThem()
    {
        Work.Threads = 3;
        foreach (var count in new[] { 0, 1, Work.PieceLength - 1, Work.PieceLength, Work.PieceLength + 1, 5 * Work.PieceLength + 77 })
        {
            var runs = new int[count];
            Work.RunElements(count, (start, length) =>
            {
                Assert.IsTrue(length is > 0 and <= Work.PieceLength);
                for (var i = 0; i < length; i++)
                    Interlocked.Increment(ref runs[start + i]);
            });
            Assert.IsTrue(Array.TrueForAll(runs, n => n == 1));
        }
    }

    [TestMethod]
    public void ARegionAllocatesNothing()
    {
        Work.Threads = 2;
        var sum = 0;
        Action<int> piece = _ => Interlocked.Increment(ref sum);
        Work.Run(4, piece);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var region = 0; region < 1000; region++)
            Work.Run(4, piece);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertEachOnce(int count)
    {
        var runs = new int[count];
        Work.Run(count, piece => Interlocked.Increment(ref runs[piece]));
        Assert.IsTrue(Array.TrueForAll(runs, n => n == 1), string.Join(" ", runs));
    }

    /// <summary>Each piece waits until all have begun, which takes a thread each.</summary>
    private static void MeetOnThreads(int threads)
    {
        using var all = new Barrier(threads);
        Work.Run(threads, _ => Assert.IsTrue(all.SignalAndWait(TimeSpan.FromSeconds(60))));
    }
}
