using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Examples and classes that count more than others in <c>fit</c> and <c>evaluate</c>.</summary>
[TestClass]
public class SampleWeightTests
{
    private static readonly NDArray s_x = np.array(0f, 1f, 2f, 3f).reshape((4, 1));
    private static readonly NDArray s_y = np.array(1f, 0f, 1f, 5f).reshape((4, 1));
    private static readonly NDArray s_weights = np.array(1f, 2f, 0f, 0.5f);

    /// <summary>The model gives 0, so that the loss is the mean of weight times y²; also with weights Keras divides by the number of
    /// examples.</summary>
    [TestMethod]
    public void WeightsMultiplyTheLosses()
    {
        const float expected = (1 * 1 + 2 * 0 + 0 * 1 + 0.5f * 25) / 4;
        Assert.AreEqual(expected, Zero().evaluate(s_x, s_y, verbose: 0, sample_weight: s_weights)["loss"], 1e-6f);
        Assert.AreEqual(expected, Zero().train_on_batch(s_x, s_y, s_weights)["loss"], 1e-6f);
        Assert.AreEqual(expected, Zero().test_on_batch(s_x, s_y, s_weights)["loss"], 1e-6f);
        Assert.AreEqual(expected, Zero(rate: 0).fit(s_x, s_y, batch_size: 3, verbose: 0, sample_weight: s_weights)
            .history["loss"][0], 1e-6f);
        Assert.AreEqual(expected, Zero().evaluate(s_x, s_y, verbose: 0, sample_weight: s_weights.reshape((4, 1)))["loss"], 1e-6f);
        var history = Zero(rate: 0).fit(s_x, s_y, verbose: 0, validation_data: (s_x, s_y, s_weights)).history;
        Assert.AreEqual(27f / 4, history["loss"][0], 1e-6f);
        Assert.AreEqual(expected, history["val_loss"][0], 1e-6f);
        // The share that is validated with keeps its weights: the last example.
        Assert.AreEqual(12.5f, Zero(rate: 0).fit(s_x, s_y, verbose: 0, validation_split: 0.25f, sample_weight: s_weights)
            .history["val_loss"][0], 1e-6f);
    }

    [TestMethod]
    public void ShufflingKeepsWeightsWithTheirExamples()
    {
        tf.set_random_seed(2);
        var model = Zero(rate: 0);
        for (var epoch = 0; epoch < 5; epoch++)
            Assert.AreEqual(13.5f / 4,
                model.fit(s_x, s_y, batch_size: 1, verbose: 0, sample_weight: s_weights).history["loss"][0], 1e-5f);
    }

    [TestMethod]
    public void AnExampleOfWeightTwoIsOneThatIsThereTwice()
    {
        float[] Trained(NDArray x, NDArray y, NDArray? weights)
        {
            var model = Zero(rate: 0.01f);
            // A sum: a mean would be over another number of examples.
            model.compile(keras.optimizers.SGD(0.01f), keras.losses.MeanSquaredError(reduction: "sum"));
            model.fit(x, y, epochs: 3, verbose: 0, shuffle: false, sample_weight: weights);
            return model.get_weights()[0].ToArray<float>();
        }

        CollectionAssert.AreEqual(
            Trained(np.array(1f, 1f, 3f).reshape((3, 1)), np.array(2f, 2f, 5f).reshape((3, 1)), null),
            Trained(np.array(1f, 3f).reshape((2, 1)), np.array(2f, 5f).reshape((2, 1)), np.array(2f, 1f)));
    }

    [TestMethod]
    public void AClassWeightIsThatOfItsExamples()
    {
        var x = FiniteDifferences.Random((12, 3), 1);
        int[] labels = [.. Enumerable.Range(0, 12).Select(i => i % 3)];
        float[] perExample = [.. labels.Select(label => new[] { 1f, 4f, 0.25f }[label])];
        var classes = new Dictionary<int, float> { [2] = 0.25f, [0] = 1, [1] = 4 };
        Tensor numbers = tf.constant(labels), column = tf.reshape(numbers, (12, 1)), oneHot = tf.one_hot(numbers, 3);
        var expected = Trained(numbers, sample_weight: tf.constant(perExample));
        CollectionAssert.AreEqual(expected, Trained(numbers, classes));
        CollectionAssert.AreEqual(expected, Trained(column, classes));
        CollectionAssert.AreNotEqual(expected, Trained(numbers));
        // Together they are multiplied.
        CollectionAssert.AreEqual(Trained(numbers, sample_weight: tf.constant(Array.ConvertAll(perExample, weight => weight * 2))),
            Trained(numbers, classes, tf.ones(12) * 2f));
        CollectionAssert.AreEqual(Trained(oneHot, sample_weight: tf.constant(perExample)), Trained(oneHot, classes));
        CollectionAssert.AreEqual(expected, Trained(numbers, classes, asDataset: true));

        float[] Trained(Tensor y, Dictionary<int, float>? class_weight = null, Tensor? sample_weight = null, bool asDataset = false)
        {
            tf.set_random_seed(4);
            var model = keras.Sequential(keras.layers.InputLayer(3), keras.layers.Dense(3));
            model.compile(keras.optimizers.SGD(0.1f), y.ndim == 2 && y.shape[1] == 3
                ? keras.losses.CategoricalCrossentropy(from_logits: true) : keras.losses.SparseCategoricalCrossentropy(from_logits: true));
            if (asDataset)
                model.fit(tf.data.Dataset.from_tensor_slices(x, y).batch(5), epochs: 2, verbose: 0, class_weight: class_weight);
            else
                model.fit(x, y, batch_size: 5, epochs: 2, verbose: 0, shuffle: false, class_weight: class_weight,
                    sample_weight: sample_weight);
            return model.get_weights()[0].ToArray<float>();
        }
    }

    [TestMethod]
    public void WhatDoesNotFitIsOneLine()
    {
        void Refused(string message, Dictionary<int, float>? classes = null, NDArray? weights = null) => StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(
                () => Zero().fit(s_x, s_y, verbose: 0, class_weight: classes, sample_weight: weights)).Message, message);
        Refused("a weight for each class, counted from 0; it has them for [0, 2]", new() { [0] = 1, [2] = 1 });
        Refused("weights for the classes 0 to 1; there is a label 5", new() { [0] = 1, [1] = 1 });
        Refused("equally many examples; it got 4 and 3", weights: np.array(1f, 1f, 1f));
        Refused("sample_weight of shape (4, 2) does not fit", weights: np.array(1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f).reshape((4, 2)));
    }

    private static Model Zero(float rate = 0.1f)
    {
        var model = keras.Sequential(keras.layers.InputLayer(1), keras.layers.Dense(1, kernel_initializer: keras.initializers.Zeros()));
        model.compile(keras.optimizers.SGD(rate), keras.losses.MeanSquaredError());
        return model;
    }
}
