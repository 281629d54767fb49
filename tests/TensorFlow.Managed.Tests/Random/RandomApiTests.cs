using static Tensorflow.Binding;

namespace Tensorflow.Tests.RandomNumbers;

/// <summary>tf.random: seeds, signatures and messages.</summary>
[TestClass]
public class RandomApiTests
{
    [TestMethod]
    public void TheGlobalSeedRepeatsEverything()
    {
        var draws = new Func<Tensor>[]
        {
            () => tf.random.normal((3, 4)), () => tf.random.uniform((3, 4)), () => tf.random.truncated_normal((3, 4)), () =>
                tf.random.normal((3, 4), seed: 5),
        };
        foreach (var draw in draws)
        {
            tf.set_random_seed(42);
            float[] first = draw().ToArray<float>(), second = draw().ToArray<float>();
            tf.random.set_seed(42);
            CollectionAssert.AreEqual(first, draw().ToArray<float>());
            CollectionAssert.AreEqual(second, draw().ToArray<float>());
            tf.random.set_seed(43);
            CollectionAssert.AreNotEqual(first, draw().ToArray<float>());
            CollectionAssert.AreNotEqual(first, second);
        }
    }

    [TestMethod]
    public void AnOperationsSeedHasAStreamOfItsOwn()
    {
        tf.set_random_seed(1);
        var expected = new[] { tf.random.normal(5, seed: 7), tf.random.normal(5, seed: 7) }.Select(x => x.ToArray<float>()).ToArray();
        tf.set_random_seed(1);
        tf.random.normal(100);
        CollectionAssert.AreEqual(expected[0], tf.random.normal(5, seed: 7).ToArray<float>());
        tf.random.normal(5, seed: 8);
        CollectionAssert.AreEqual(expected[1], tf.random.normal(5, seed: 7).ToArray<float>());
    }

    [TestMethod]
    public void ASeedOfItsOwnDoesNotMoveTheGlobalStream()
    {
        tf.set_random_seed(1);
        var expected = tf.random.normal(5).ToArray<float>();
        tf.set_random_seed(1);
        tf.random.normal(5, seed: 7);
        CollectionAssert.AreEqual(expected, tf.random.normal(5).ToArray<float>());
    }

    [TestMethod]
    public void AGeneratorGivesTensorFlowsNumbersAndDependsOnItsSeedOnly()
    {
        var golden = Golden.Cases("random").ElementAt(1);
        Assert.AreEqual(1, golden.Values<long>("key")[0]);
        var generator = tf.random.Generator.from_seed(1);
        Near.AreEqual(golden["normal"], generator.normal(16), "normal", 1.2e-6);
        tf.set_random_seed(9);
        var other = tf.random.Generator.from_seed(1);
        other.uniform((4, 4), -1, 1);
        CollectionAssert.AreEqual(generator.truncated_normal(3).ToArray<float>(), other.truncated_normal(3).ToArray<float>());
    }

    [TestMethod]
    public void UniformDrawsWholeNumbersToo()
    {
        var numbers = tf.random.uniform((10, 10), -3, 4, TF_DataType.TF_INT32);
        Assert.AreEqual(TF_DataType.TF_INT32, numbers.dtype);
        CollectionAssert.AreEquivalent(new[] { -3, -2, -1, 0, 1, 2, 3 }, numbers.ToArray<int>().Distinct().ToArray());
    }

    [TestMethod]
    public void ShufflingMovesWholeSlicesAndLosesNone()
    {
        tf.set_random_seed(3);
        var rows = Tensor.From<float>([.. Enumerable.Range(0, 300).Select(i => (float)i)], (100, 3));
        var shuffled = tf.random.shuffle(rows).ToArray<float>();
        CollectionAssert.AreNotEqual(rows.ToArray<float>(), shuffled);
        CollectionAssert.AreEquivalent(rows.ToArray<float>(), shuffled);
        for (var row = 0; row < 100; row++)
            Assert.AreEqual((shuffled[3 * row] + 1, shuffled[3 * row] + 2), (shuffled[3 * row + 1], shuffled[3 * row + 2]));
    }

    [TestMethod]
    public void EverySliceReachesEveryPlaceEquallyOften()
    {
        tf.set_random_seed(3);
        var counts = new int[16];
        for (var i = 0; i < 4000; i++)
        {
            var order = tf.random.shuffle(new[] { 0, 1, 2, 3 }).ToArray<int>();
            for (var place = 0; place < 4; place++)
                counts[4 * place + order[place]]++;
        }

        foreach (var count in counts)
            Assert.AreEqual(1000, count, 4 * Math.Sqrt(750));
    }

    [TestMethod]
    public void EmptyTensorsAreDrawnAndShuffled()
    {
        Assert.AreEqual(new Shape(0, 3), tf.random.normal((0, 3)).shape);
        Assert.AreEqual(new Shape(0, 3), tf.random.shuffle(tf.random.uniform((0, 3))).shape);
        Assert.AreEqual(0, tf.random.truncated_normal(0).size);
    }

    [TestMethod]
    public void MessagesSayWhatWasAskedAndWhatIsPossible()
    {
        Says("tf.random.normal: numbers of type float64 cannot be drawn; use float32 and tf.cast.", () =>
            tf.random.normal(3, dtype: TF_DataType.TF_DOUBLE));
        Says("tf.random.uniform: numbers of type bool cannot be drawn; use float32 or int32 and tf.cast.", () =>
            tf.random.uniform(3, dtype: TF_DataType.TF_BOOL));
        Says("tf.random.truncated_normal: the shape (None, 3) has sizes that are not known.", () => tf.random.truncated_normal((-1, 3)));
        Says("tf.random.uniform: int32 numbers need two whole numbers, the first below the second; got 0 and 0.5.", () =>
            tf.random.uniform(3, 0, 0.5f, TF_DataType.TF_INT32));
        Says("tf.random.shuffle: a scalar has no slices to shuffle.", () => tf.random.shuffle(1f));
        Says("Generator.normal: the shape (None,) has sizes that are not known.", () => tf.random.Generator.from_seed(1).normal(-1));
    }

    private static void Says(string message, Func<Tensor> draw) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(draw).Message);

    [TestMethod]
    public void TheGlobalStreamGoesOnFromAKeptPlace()
    {
        tf.random.normal(3);
        var stream = tf.random.get_global_generator();
        var (key, counter) = (stream.key, stream.counter);
        var expected = tf.random.normal(5).ToArray<float>();
        Assert.AreNotEqual(counter, stream.counter, "it shows where the stream is, not where it was");
        tf.random.set_seed(9);
        tf.random.get_global_generator().reset_from_key_counter(key, counter);
        CollectionAssert.AreEqual(expected, tf.random.normal(5).ToArray<float>());
    }

    [TestMethod]
    public void ADropoutLayersStreamGoesOnFromAKeptPlace()
    {
        var layer = new Tensorflow.Keras.Layers.Dropout(new Tensorflow.Keras.ArgsDefinition.DropoutArgs { Rate = 0.5f });
        Assert.IsNull(layer.random_generator);
        var x = tf.ones((8, 8));
        layer.Apply(x, training: true);
        var (key, counter) = (layer.random_generator!.key, layer.random_generator.counter);
        Tensor expected = layer.Apply(x, training: true);
        layer.random_generator.reset_from_key_counter(key, counter);
        Tensor again = layer.Apply(x, training: true);
        CollectionAssert.AreEqual(expected.ToArray<float>(), again.ToArray<float>());
    }
}
