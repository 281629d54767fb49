using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Data;

/// <summary>Datasets that numbers make, and what joins, parts, keeps and chooses elements.</summary>
[TestClass]
public class DatasetBreadthTests
{
    [TestMethod]
    public void Numbers()
    {
        CollectionAssert.AreEqual(new long[] { 0, 1, 2 }, Numbers(tf.data.Dataset.range(3)));
        CollectionAssert.AreEqual(new long[] { 1, 3 }, Numbers(tf.data.Dataset.range(1, 5, 2)));
        CollectionAssert.AreEqual(new long[] { 3, 2 }, Numbers(tf.data.Dataset.range(3, 1, -1)));
        foreach (var (number, none) in tf.data.Dataset.range(1, output_type: tf.float32))
        {
            Assert.AreEqual(0f, (float)number);
            Assert.IsNull(none);
        }
    }

    [TestMethod]
    public void OneWholeElement()
    {
        var all = tf.data.Dataset.from_tensors(new[] { 4, 5, 6 }).ToList();
        Assert.HasCount(1, all);
        CollectionAssert.AreEqual(new[] { 4, 5, 6 }, all[0].Item1.ToArray<int>());
        var (x, y) = tf.data.Dataset.from_tensors((tf.ones((2, 3)), tf.zeros(2))).Single();
        Assert.AreEqual<(Shape, Shape)>(((2, 3), 2), (x.shape, y.shape));
    }

    [TestMethod]
    public void PartsAndJoins()
    {
        var ten = tf.data.Dataset.range(10);
        CollectionAssert.AreEqual(new long[] { 1, 4, 7 }, Numbers(ten.shard(3, 1)));
        Assert.AreEqual(4L, (long)ten.shard(3, 0).cardinality());
        CollectionAssert.AreEqual(new long[] { 0, 2, 4, 6, 8 }, Numbers(ten.filter(x => (long)x % 2 == 0)));
        CollectionAssert.AreEqual(new long[] { 0, 1, 0, 1, 2 }, Numbers(ten.take(2).concatenate(ten.take(3))));
        CollectionAssert.AreEqual(new long[] { 10, 11 }, Numbers(ten.take(2).map(x => x[0] + 10, num_parallel_calls: -1)));
        Assert.ThrowsExactly<ArgumentException>(() => ten.shard(3, 3));
        Assert.ThrowsExactly<ArgumentException>(() => ten.shard(0, 0));
    }

    [TestMethod]
    public void HowManyElementsThereAre()
    {
        var (ten, some) = (tf.data.Dataset.range(10), tf.data.Dataset.range(10).filter(_ => true));
        Assert.AreEqual(10L, (long)ten.dataset_cardinality());
        Assert.IsTrue((ten.repeat().cardinality() == tf.data.INFINITE_CARDINALITY).numpy());
        foreach (var unknown in new[] { some, some.batch(3), some.take(5), some.skip(2), some.repeat(2), some.shuffle(4), some.shard(2, 0),
            some.prefetch(2), some.cache(), some.concatenate(ten), tf.data.Dataset.zip(ten, some) })
            Assert.AreEqual(tf.data.UNKNOWN_CARDINALITY, (long)unknown.cardinality());
        Assert.AreEqual(tf.data.INFINITE_CARDINALITY, (long)some.repeat().cardinality());
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).Select(i => (long)i).ToArray(), Numbers(some.shuffle(4)).Order().ToArray());
        Assert.AreEqual(13L, (long)ten.concatenate(ten.take(3)).cardinality());
    }

    [TestMethod]
    public void KeptElementsAreNotMadeAgain()
    {
        var made = 0;
        var dataset = tf.data.Dataset.range(4).map(x =>
        {
            made++;
            return x[0] * 2;
        }).cache();
        _ = dataset.take(2).ToList();
        Assert.AreEqual(2, made, "a walk that stops keeps nothing");
        for (var walk = 0; walk < 3; walk++)
            CollectionAssert.AreEqual(new long[] { 0, 2, 4, 6 }, Numbers(dataset));
        Assert.AreEqual(6, made);
        // What a walk hands back is not what is kept.
        foreach (var (x, _) in dataset)
            ((Tensor)x).Dispose();
        CollectionAssert.AreEqual(new long[] { 0, 2, 4, 6 }, Numbers(dataset));
        CollectionAssert.AreEqual(new long[] { 0, 2 }, dataset.batch(2).First().Item1.ToArray<long>());
        Assert.ThrowsExactly<NotSupportedException>(() => dataset.cache("file"));
    }

    private static long[] Numbers(IDatasetV2 dataset) => [.. dataset.Select(element => (long)element.Item1)];
}
