using Tensorflow.Keras.Metrics;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Metrics;

/// <summary>Precision, recall, the k largest, angles; the numbers are those of TensorFlow's documentation.</summary>
[TestClass]
public class ConfusionMetricTests
{
    private static readonly NDArray s_truth = np.array(0, 1, 1, 1);
    private static readonly NDArray s_says = np.array(1, 0, 1, 1);

    [TestMethod]
    public void PrecisionAndRecall()
    {
        foreach (var metric in new[] { keras.metrics.Precision(), keras.metrics.Recall() })
        {
            Assert.AreEqual(0f, (float)metric.result());
            metric.update_state(s_truth, s_says);
            Assert.AreEqual(2f / 3, (float)metric.result(), 1e-7f, metric.Name);
            var kept = ((Metric)metric).get_state();
            metric.reset_states();
            metric.update_state(s_truth, s_says, np.array(0f, 0, 1, 0));
            Assert.AreEqual(1f, (float)metric.result(), metric.Name);
            ((Metric)metric).set_state(kept);
            metric.update_state(np.array(1, 1), np.array(1f, 1));
            Assert.AreEqual(0.8f, (float)metric.result(), 1e-7f, "over batches");
        }
    }

    [TestMethod]
    public void ErrorsCountOnTheirSide()
    {
        Tensor truth = np.array(1, 0, 0, 1), scores = np.array(0.9f, 0.8f, 0.7f, 0.2f);
        Assert.AreEqual(1f / 3, Of(keras.metrics.Precision()), 1e-7f);
        Assert.AreEqual(0.5f, Of(keras.metrics.Recall()));
        Assert.AreEqual(1f, Of(keras.metrics.Precision(thresholds: 0.85f)));
        Assert.AreEqual(1f, Of(keras.metrics.Recall(thresholds: 0.1f)));
        Assert.AreEqual(0.5f, Of(keras.metrics.Precision(top_k: 2)));
        var tied = keras.metrics.Precision(top_k: 2);
        Assert.AreEqual(0f, (float)tied.update_state(np.array(0, 0, 1, 1), np.array(1, 1, 1, 1)), "the first of those that tie");
        Assert.ThrowsExactly<ArgumentException>(() => keras.metrics.Recall(top_k: -1));
        Assert.ThrowsExactly<ArgumentException>(() => keras.metrics.Recall().update_state(np.array(1, 0), np.array(1f)));

        float Of(IMetricFunc metric) => (float)metric.update_state(truth, scores);
    }

    [TestMethod]
    public void TheLabelAmongTheLargest()
    {
        Tensor truth = np.array(new[,] { { 0, 0, 1 }, { 0, 1, 0 } }), scores =
            np.array(new[,] { { 0.1f, 0.9f, 0.8f }, { 0.05f, 0.95f, 0f } });
        var metric = keras.metrics.TopKCategoricalAccuracy(1);
        Assert.AreEqual(0.5f, (float)metric.update_state(truth, scores));
        metric.reset_states();
        Assert.AreEqual(0.3f, (float)metric.update_state(truth, scores, np.array(0.7f, 0.3f)), 1e-7f);
        CollectionAssert.AreEqual(new[] { 1f, 1 }, keras.metrics.top_k_categorical_accuracy(truth, scores, 2).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f }, keras.metrics.top_k_categorical_accuracy(
            np.array(new[,] { { 0, 1 } }), np.array(new[,] { { 0.5f, 0.5f } }), 1).ToArray<float>(), "a tie counts");
        Assert.ThrowsExactly<ArgumentException>(() => keras.metrics.TopKCategoricalAccuracy(0));
    }

    [TestMethod]
    public void AnglesAndEntropies()
    {
        Tensor truth = np.array(new[,] { { 0, 1 }, { 1, 1 } }), predictions = np.array(new[,] { { 1f, 0f }, { 1f, 1f } });
        Assert.AreEqual(0.5f, (float)keras.metrics.CosineSimilarity(axis: 1).update_state(truth, predictions), 1e-6f);
        Assert.AreEqual(0.7f, (float)keras.metrics.CosineSimilarity().update_state(truth, predictions, np.array(0.3f, 0.7f)), 1e-6f);
        Tensor classes = np.array(new[,] { { 0, 1, 0 }, { 0, 0, 1 } }), shares =
            np.array(new[,] { { 0.05f, 0.95f, 0f }, { 0.1f, 0.8f, 0.1f } });
        Assert.AreEqual(1.1769392f, (float)keras.metrics.CategoricalCrossentropy().update_state(classes, shares), 1e-5f);
        Assert.AreEqual(
            1.6271976f, (float)keras.metrics.CategoricalCrossentropy().update_state(classes, shares, np.array(0.3f, 0.7f)), 1e-5f);
        CollectionAssert.AreEqual(new[] { 0.5f, 0 }, keras.metrics.mean_absolute_error(
            np.array(new[,] { { 0f, 1 }, { 0, 0 } }), np.array(new[,] { { 1f, 1 }, { 0, 0 } })).ToArray<float>());
    }

    /// <summary>By their names, as compile takes them; the metric of the angle is no loss.</summary>
    [TestMethod]
    public void CompileTakesTheirNames()
    {
        var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(2, "softmax"));
        model.compile("sgd", "categorical_crossentropy", ["precision", "recall", "top_k_categorical_accuracy", "cosine_similarity"]);
        Tensor x = tf.random.Generator.from_seed(1).normal((4, 2)), y = tf.one_hot(tf.constant(new[] { 0, 1, 0, 1 }), 2);
        var logs = model.evaluate(x, y, verbose: 0);
        Assert.AreEqual(1f, logs["top_k_categorical_accuracy"]);
        Assert.IsGreaterThan(0f, logs["cosine_similarity"]);
        Assert.AreEqual(logs["precision"], logs["recall"], 1e-6f, "of two classes each error counts on both sides");
    }
}
