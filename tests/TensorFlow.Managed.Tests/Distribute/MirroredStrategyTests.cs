using Tensorflow.Distribute;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Distribute;

/// <summary>Replicas in one process.</summary>
[TestClass]
public class MirroredStrategyTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(5)]
    public void AllSeeAllInTheirOrder(int replicas)
    {
        using var strategy = tf.distribute.MirroredStrategy(replicas);
        var (seen, merged) = (new List<string>(), 0);
        for (var step = 0; step < 3; step++)
            strategy.run(() =>
            {
                var replica = tf.distribute.get_replica_context()!;
                var number = (float)replica.replica_id_in_sync_group;
                var all = replica.Gather(number).ToArray();
                replica.merge_call(() => merged++);
                seen.Add(string.Join(' ', all));
                Assert.AreEqual(replicas * (replicas - 1) / 2f, (float)replica.all_reduce(number));
            });
        Assert.IsNull(ReplicaContext.Current);
        Assert.AreEqual(3, merged);
        Assert.HasCount(3 * replicas, seen);
        foreach (var line in seen)
            Assert.AreEqual(string.Join(' ', Enumerable.Range(0, replicas)), line);
    }

    [TestMethod]
    public void GatheringMakesNoGarbageOfTheNumbersSize()
    {
        const int Count = 100_000;
        using var strategy = tf.distribute.MirroredStrategy(1);
        Tensor numbers = new float[Count];
        strategy.run(() =>
        {
            var replica = ReplicaContext.Current!;
            replica.Gather(numbers);
            var before = GC.GetAllocatedBytesForCurrentThread();
            replica.Gather(numbers);
            Assert.IsLessThan(Count, GC.GetAllocatedBytesForCurrentThread() - before);
        });
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void AFaultOfOneEndsAllAndTheNextStepRuns(int faulty)
    {
        using var strategy = tf.distribute.MirroredStrategy(3);
        var ended = 0;
        var error = Assert.ThrowsExactly<InvalidDataException>(() => strategy.run(() =>
        {
            var replica = ReplicaContext.Current!;
            try
            {
                replica.Gather(1f);
                if (replica.replica_id_in_sync_group == faulty)
                    throw new InvalidDataException("bad");
                replica.Gather(2f);
                Assert.Fail("the others go on");
            }
            finally
            {
                ended++;
            }
        }));
        Assert.AreEqual(("bad", 3), (error.Message, ended));
        strategy.run(() => Assert.HasCount(3, ReplicaContext.Current!.Gather(1f).ToArray()));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void OneThatGoesAnotherWayIsToldOf(int early)
    {
        using var strategy = tf.distribute.MirroredStrategy(2);
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => strategy.run(() =>
        {
            if (ReplicaContext.Current!.replica_id_in_sync_group != early)
                ReplicaContext.Current.Gather(1f);
        }));
        StringAssert.Contains(error.Message, "must meet at the same places");
    }

    [TestMethod]
    public void RandomNumbersAreThoseOfTheWholeBatch()
    {
        (Tensor[] Parts, Tensor Next) Draw(int replicas)
        {
            tf.set_random_seed(5);
            var parts = new Tensor[replicas * 4];
            void Step()
            {
                var (number, n) = (ReplicaContext.Current?.replica_id_in_sync_group ?? 0, 8L / replicas);
                parts[4 * number] = tf.random.normal((n, 3)).numpy();
                parts[4 * number + 1] = tf.random.uniform((n, 1)).numpy();
                parts[4 * number + 2] = tf.random.truncated_normal((n, 2)).numpy();
                parts[4 * number + 3] = tf.random.uniform((n, 1), 0, 1000, tf.int32).numpy();
            }

            if (replicas == 1)
                Step();
            else
                using (var strategy = tf.distribute.MirroredStrategy(replicas))
                    strategy.run(Step);
            return (parts, tf.random.uniform(4));
        }

        var (whole, next) = Draw(1);
        var (halves, nextOfHalves) = Draw(2);
        for (var i = 0; i < 3; i++)
            CollectionAssert.AreEqual(
                whole[i].ToArray<float>(), halves[i].ToArray<float>().Concat(halves[4 + i].ToArray<float>()).ToArray(), $"draw {i}");
        CollectionAssert.AreEqual(whole[3].ToArray<int>(), halves[3].ToArray<int>().Concat(halves[7].ToArray<int>()).ToArray());
        CollectionAssert.AreEqual(next.ToArray<float>(), nextOfHalves.ToArray<float>(), "the stream goes on from the same place");

        // Parts that fill no block of four have numbers of their own, and none has those of another.
        var quarters = Draw(4).Parts.Where((_, i) => i % 4 == 1).SelectMany(part => part.ToArray<float>()).ToArray();
        Assert.HasCount(8, quarters.Distinct());
    }

    [TestMethod]
    public void BatchNormalizationIsThatOfTheWholeBatch()
    {
        var random = new Random(3);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble() * 4 - 1)];
        Tensor x = tf.reshape(tf.constant(Numbers(6 * 5 * 3)), (6, 5, 3)), dy = tf.reshape(tf.constant(Numbers(6 * 5 * 3)), (6, 5, 3));
        Tensor gamma = tf.constant(Numbers(3)), beta = tf.constant(Numbers(3));
        var whole = Gradients(x, dy, gamma, beta);
        using var strategy = tf.distribute.MirroredStrategy(3);
        var parts = new Tensor[3][];
        strategy.run(() =>
        {
            var number = ReplicaContext.Current!.replica_id_in_sync_group;
            var part = new Slice(2 * number, 2 * number + 2);
            parts[number] = Array.ConvertAll(Gradients(x[part], dy[part], gamma, beta), result => (Tensor)result.numpy());
        });

        // Of pictures y, dx and its own derivative are a part each; gamma's and beta's are sums over the replicas.
        for (var i = 0; i < whole.Length; i++)
        {
            var joined = i is 1 or 2 ? parts[0][i] + parts[1][i] + parts[2][i] : tf.concat([.. parts.Select(part => part[i])], 0);
            Near.AreEqual(whole[i], joined, $"result {i}");
        }
    }

    /// <summary>y, dgamma, dbeta, dx, and the derivative of dx's squares to x.</summary>
    private static Tensor[] Gradients(Tensor x, Tensor dy, Tensor gamma, Tensor beta)
    {
        using var outer = tf.GradientTape();
        outer.watch(x);
        Tensor y, slope;
        Tensor[] fused;
        using (var tape = tf.GradientTape(persistent: true))
        {
            tape.watch(x);
            tape.watch(gamma);
            tape.watch(beta);
            y = BatchNormalization.Training(x, gamma, beta, 1e-3f).Y;
            slope = tape.gradient(y, new[] { x }, [dy])[0];
        }

        var second = outer.gradient(tf.reduce_sum(slope * slope * slope), x);
        using var plain = tf.GradientTape();
        plain.watch(x);
        plain.watch(gamma);
        plain.watch(beta);
        fused = plain.gradient(BatchNormalization.Training(x, gamma, beta, 1e-3f).Y, new[] { x, gamma, beta }, [dy]);
        return [y, fused[1], fused[2], fused[0], slope, second];
    }
}
