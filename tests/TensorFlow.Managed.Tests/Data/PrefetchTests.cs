using static Tensorflow.Binding;
using static Tensorflow.Tests.Data.DatasetTests;

namespace Tensorflow.Tests.Data;

/// <summary>The thread that fetches ahead: its order, its limit, its errors, its end.</summary>
[TestClass]
public class PrefetchTests
{
    [TestMethod]
    public void ElementsComeInOrderFromAnotherThread()
    {
        var threads = new HashSet<int>();
        var dataset = Numbers(100).map(x => Note(threads, x)).batch(3).prefetch(tf.data.AUTOTUNE);
        CollectionAssert.AreEqual(Texts(Numbers(100).batch(3)), Texts(dataset));
        Assert.HasCount(1, threads);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);
    }

    [TestMethod]
    public void WithASizeOfZeroNothingIsMadeAhead()
    {
        var threads = new HashSet<int>();
        Assert.HasCount(5, Texts(Numbers(5).map(x => Note(threads, x)).prefetch(0)));
        Assert.Contains(Environment.CurrentManagedThreadId, threads);
    }

    [TestMethod]
    public void NoMoreIsMadeAheadThanTheBufferHolds()
    {
        var made = 0;
        using var walk = Numbers(100).map(x => { Interlocked.Increment(ref made); return x; }).prefetch(3).GetEnumerator();
        for (var taken = 1; taken <= 5; taken++)
        {
            Assert.IsTrue(walk.MoveNext());
            Assert.IsTrue(SpinWait.SpinUntil(() => Volatile.Read(ref made) >= taken + 3, 10_000), "the thread stopped too early");
            Thread.Sleep(5);
            Assert.AreEqual(taken + 3, Volatile.Read(ref made));
        }
    }

    [TestMethod]
    public void AnErrorComesWhereItsElementWouldHaveCome()
    {
        foreach (var buffer in new[] { 1, 10 })
        {
            var dataset =
                Numbers(10).map(x => (float)x.Single < 3 ? x : throw new InvalidOperationException("the fourth is bad")).prefetch(buffer);
            var seen = new List<float>();
            var error = Assert.ThrowsExactly<InvalidOperationException>(() =>
            {
                foreach (var (x, _) in dataset)
                    seen.Add((float)x.Single);
            });
            Assert.AreEqual("the fourth is bad", error.Message);
            CollectionAssert.AreEqual(new float[] { 0, 1, 2 }, seen);
        }
    }

    [TestMethod]
    [Timeout(30_000)]
    public void LeavingEarlyStopsTheThread()
    {
        var made = 0;
        Thread? thread = null;
        var dataset = Numbers(10).repeat().map(x =>
        {
            thread = Thread.CurrentThread;
            Interlocked.Increment(ref made);
            return x;
        }).prefetch(2);
        foreach (var _ in dataset.Take(3))
            Assert.IsNotNull(thread);
        Assert.IsFalse(thread!.IsAlive);
        Assert.IsLessThanOrEqualTo(6, made);
    }

    [TestMethod]
    public void AWalkThatIsNeverTakenStartsNoThread()
    {
        var made = 0;
        using (Numbers(10).map(x => { made++; return x; }).prefetch(2).GetEnumerator())
            Thread.Sleep(20);
        Assert.HasCount(0, tf.data.Dataset.zip(Numbers(0), Numbers(10).map(x => { made++; return x; }).prefetch()).ToList());
        Assert.AreEqual(0, made);
    }

    [TestMethod]
    public void ThreadsMayFollowEachOther()
    {
        var dataset = Numbers(50).prefetch(1).map(x => x.Single * 2f).prefetch(4).batch(5).prefetch(1);
        CollectionAssert.AreEqual(Texts(Numbers(50).map(x => x.Single * 2f).batch(5)), Texts(dataset));
    }

    [TestMethod]
    public void WhatTheThreadDrawsRepeatsFromASeedAndDoesNotDisturbTheProgramsDraws()
    {
        (string[] Elements, float[] Draws) Run()
        {
            tf.set_random_seed(4);
            var draws = new List<float>();
            var elements = new List<string>();
            foreach (var (x, _) in Numbers(30).map(x => x.Single + tf.random.uniform(1)).prefetch(4))
            {
                elements.Add($"{(float)x.Single:R}");
                draws.Add((float)tf.random.uniform(1));
                Thread.Yield();
            }

            return ([.. elements], [.. draws]);
        }

        var (first, second) = (Run(), Run());
        CollectionAssert.AreEqual(first.Elements, second.Elements);
        CollectionAssert.AreEqual(first.Draws, second.Draws);
        Assert.HasCount(30, first.Elements.Distinct().ToList());
    }

    private static Tensors Note(HashSet<int> threads, Tensors x)
    {
        lock (threads)
            threads.Add(Environment.CurrentManagedThreadId);
        return x;
    }
}
