using static Tensorflow.Binding;
using static Tensorflow.Tests.Data.DatasetTests;

namespace Tensorflow.Tests.Data;

/// <summary>Shuffling: each element once, orders that repeat from a seed and differ from walk to walk.</summary>
[TestClass]
public class ShuffleTests
{
    [TestMethod]
    public void EachElementComesOnceWhateverTheBuffer()
    {
        foreach (var buffer in new[] { 1, 2, 7, 99, 100, 1000 })
            CollectionAssert.AreEqual(
                Enumerable.Range(0, 100).ToArray(), Order(Numbers(100).shuffle(buffer)).Order().ToArray(), $"buffer {buffer}");
    }

    [TestMethod]
    public void ABufferOfOneChangesNothingAndASmallOneReachesNotFar()
    {
        CollectionAssert.AreEqual(Enumerable.Range(0, 20).ToArray(), Order(Numbers(20).shuffle(1)));
        var order = Order(Numbers(1000).shuffle(10));
        for (var place = 0; place < order.Length; place++)
            Assert.IsLessThanOrEqualTo(place + 9, order[place], "an element came before the buffer could hold it");
    }

    [TestMethod]
    public void EachOrderIsEquallyLikely()
    {
        tf.set_random_seed(5);
        var dataset = Numbers(4).shuffle(4);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 4800; i++)
        {
            var order = string.Join("", Order(dataset));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.HasCount(24, counts);
        // Chi squared with 23 degrees of freedom is above 49.7 once in a thousand.
        Assert.IsLessThan(49.7, counts.Values.Sum(count => Math.Pow(count - 200, 2) / 200));
    }

    [TestMethod]
    public void WalksDifferUnlessToldOtherwise()
    {
        foreach (var seed in new int?[] { null, 3 })
        {
            var dataset = Numbers(50).shuffle(50, seed);
            CollectionAssert.AreNotEqual(Order(dataset), Order(dataset));
            var same = Numbers(50).shuffle(50, seed, reshuffle_each_iteration: false);
            CollectionAssert.AreEqual(Order(same), Order(same));
            var passes = Order(Numbers(50).shuffle(50, seed).repeat(2));
            CollectionAssert.AreNotEqual(passes[..50], passes[50..]);
            CollectionAssert.AreEqual(Enumerable.Range(0, 50).ToArray(), passes[..50].Order().ToArray());
        }
    }

    [TestMethod]
    public void TheGlobalSeedRepeatsAllWalksWithAndWithoutAThread()
    {
        List<int[]> Walks(bool isAhead)
        {
            tf.set_random_seed(8);
            var dataset = Numbers(50).shuffle(20).repeat(2);
            if (isAhead)
                dataset = dataset.prefetch(3);
            var walks = new List<int[]>();
            for (var i = 0; i < 3; i++)
            {
                walks.Add(Order(dataset));
                tf.random.normal(5);
            }

            return walks;
        }

        foreach (var isAhead in new[] { false, true })
        {
            var (first, second) = (Walks(isAhead), Walks(isAhead));
            for (var i = 0; i < first.Count; i++)
                CollectionAssert.AreEqual(first[i], second[i]);
            CollectionAssert.AreNotEqual(first[0], first[1]);
        }
    }

    [TestMethod]
    public void ASeedOfItsOwnDoesNotDependOnWhatWasDrawnBefore()
    {
        tf.set_random_seed(8);
        var expected = Order(Numbers(50).shuffle(50, seed: 4));
        tf.set_random_seed(8);
        tf.random.normal(5);
        CollectionAssert.AreEqual(expected, Order(Numbers(50).shuffle(50, seed: 4)));
        tf.set_random_seed(9);
        CollectionAssert.AreNotEqual(expected, Order(Numbers(50).shuffle(50, seed: 4)));
    }

    [TestMethod]
    public void RestoringTheGlobalStateRepeatsTheNextWalk()
    {
        tf.set_random_seed(8);
        var dataset = Numbers(50).shuffle(50).batch(7).prefetch();
        Texts(dataset);
        var state = RandomGenerator.Global.State;
        var expected = Texts(dataset);
        RandomGenerator.Global.State = state;
        CollectionAssert.AreEqual(expected, Texts(dataset));
    }

    [TestMethod]
    public void FeaturesAndLabelsStayTogether()
    {
        var numbers = Enumerable.Range(0, 40).ToArray();
        var dataset =
            tf.data.Dataset.from_tensor_slices(Tensor.From<float>([.. numbers.Select(i => (float)i)], 40), numbers).shuffle(40).batch(8);
        foreach (var (x, y) in dataset)
            CollectionAssert.AreEqual(Array.ConvertAll(x.Single.ToArray<float>(), v => (int)v), y.Single.ToArray<int>());
    }

    private static int[] Order(IDatasetV2 dataset) => [.. dataset.Select(element => (int)(float)element.Item1.Single)];
}
