using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Metrics;
using Tensorflow.Operations;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Metrics;

/// <summary>Metrics, batch by batch, and the names that compile takes.</summary>
[TestClass]
public class MetricTests
{
    [TestMethod]
    public void ValuesAreTensorFlows()
    {
        var golden = Golden.Cases("metrics").Single();
        Tensor truth = golden["y_true"], predictions = golden["y_pred"], labels = golden["labels"], logits = golden["logits"];
        IMetricFunc binary = keras.metrics.BinaryAccuracy(), ofLogits = keras.metrics.BinaryAccuracy(threshold: 0f),
            sparse = keras.metrics.SparseCategoricalAccuracy();
        var mean = keras.metrics.Mean();
        // In two uneven batches: what counts are samples, not batches.
        foreach (var (start, count) in new[] { (0L, 13L), (13L, 27L) })
        {
            binary.update_state(Rows(truth, start, count), Rows(predictions, start, count));
            ofLogits.update_state(Rows(truth, start, count), Rows(predictions, start, count) - 0.5);
            sparse.update_state(Rows(labels, start, count), Rows(logits, start, count));
            mean.update_state(Rows(predictions, start, count));
        }

        Near.AreEqual(golden["binary_accuracy"], binary.result(), "binary_accuracy");
        Near.AreEqual(golden["binary_accuracy_logits"], ofLogits.result(), "binary_accuracy_logits");
        Near.AreEqual(golden["sparse_categorical_accuracy"], sparse.result(), "sparse_categorical_accuracy");
        Near.AreEqual(golden["mean"], mean.result(), "mean");
    }

    [TestMethod]
    public void ResettingForgets()
    {
        var mean = new Mean("loss");
        Assert.AreEqual(0f, (float)mean.result());
        mean.update_state(3f);
        mean.update_state(6f, sample_weight: 2f);
        Assert.AreEqual(5f, (float)mean.result());
        mean.reset_state();
        mean.update_state(new[] { 1f, 2f, 6f }, new[] { 1f, 1f, 0f });
        Assert.AreEqual(1.5f, (float)mean.result());
        Assert.AreEqual("loss", mean.Name);
        var sum = new Sum();
        sum.update_state(new[] { 1f, 2f, 6f }, 2f);
        sum.update_state(new[] { 1, 1 });
        Assert.AreEqual(20f, (float)sum.result());
        sum.reset_states();
        Assert.AreEqual(0f, (float)sum.result());
    }

    [TestMethod]
    public void WeightsCountSamples()
    {
        var accuracy = keras.metrics.SparseCategoricalAccuracy();
        var predictions = Tensor.From<float>([0.9f, 0.1f, 0.2f, 0.8f, 0.6f, 0.4f], (3, 2));
        accuracy.update_state(Tensor.From<int>([0, 1, 1], 3), predictions, new[] { 1f, 1f, 6f });
        Assert.AreEqual(0.25f, (float)accuracy.result());
        Assert.AreEqual(0.25f, (float)accuracy.update_state(Tensor.From<float>([0, 1, 1], (3, 1)), predictions, new[] { 1f, 1f, 6f }));
    }

    [TestMethod]
    public void AccuraciesOfOneBatch()
    {
        var oneHot = Tensor.From<float>([1, 0, 0, 0, 0, 1], (2, 3));
        var predictions = Tensor.From<float>([0.1f, 0.7f, 0.2f, 0f, 0.1f, 0.9f], (2, 3));
        CollectionAssert.AreEqual(new[] { 0f, 1f }, keras.metrics.categorical_accuracy(oneHot, predictions).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f / 3, 1f }, keras.metrics.binary_accuracy(oneHot, predictions).ToArray<float>());
        CollectionAssert.AreEqual(
            new[] { 1f, 0f }, keras.metrics.sparse_categorical_accuracy(new[] { 1, 0 }, predictions).ToArray<float>());
        var equal = keras.metrics.Accuracy();
        equal.update_state(new[] { 1f, 2f, 3f, 4f }, new[] { 1f, 2f, 3f, 5f });
        Assert.AreEqual(0.75f, (float)equal.result());
        var categorical = keras.metrics.CategoricalAccuracy();
        Assert.AreEqual(0.5f, (float)categorical.update_state(oneHot, predictions));
    }

    [TestMethod]
    public void ABatchLeavesNothingOnATapeAndNothingInAScope()
    {
        var x = Fill.Ones(2);
        using var tape = tf.GradientTape();
        tape.watch(x);
        var mean = new Mean();
        using (TensorScope.Begin())
            mean.update_state(x * 2.0);
        var y = x * 3.0;
        mean.update_state(y);
        Assert.AreEqual(2.5f, (float)mean.result());
        CollectionAssert.AreEqual(new[] { 3f, 3f }, tape.gradient(y, x).ToArray<float>());
    }

    [TestMethod]
    [DataRow(new long[] { 8 }, new long[] { 8, 1 }, typeof(BinaryAccuracy))]
    [DataRow(new long[] { 8, 1 }, new long[] { 8, 1 }, typeof(BinaryAccuracy))]
    [DataRow(new long[] { 8 }, new long[] { 8, 10 }, typeof(SparseCategoricalAccuracy))]
    [DataRow(new long[] { 8, 1 }, new long[] { 8, 10 }, typeof(SparseCategoricalAccuracy))]
    [DataRow(new long[] { 8, 10 }, new long[] { 8, 10 }, typeof(CategoricalAccuracy))]
    public void AccuracyMeansWhatTheShapesSay(long[] truth, long[] predictions, Type expected)
    {
        foreach (var name in new[] { "accuracy", "acc" })
        {
            var metric = MetricResolver.Resolve(name, truth, predictions);
            Assert.AreEqual(expected, metric.GetType());
            Assert.AreEqual(name, metric.Name);
        }
    }

    [TestMethod]
    public void LossesAreMetricsToo()
    {
        var metric = MetricResolver.Resolve("mae", (2, 1), (2, 1));
        metric.update_state(Fill.Zeros((2, 1)), Fill.Ones((2, 1)));
        metric.update_state(Fill.Zeros((1, 1)), Fill.Ones((1, 1)) * 4.0);
        Assert.AreEqual(2f, (float)metric.result());
        Assert.AreEqual("mae", metric.Name);
    }

    [TestMethod]
    public void MistakesAreNamed()
    {
        Expect(
            "accuracy: y_true of shape (3,) does not fit y_pred of shape (2, 1); they must be equal.",
            () => MetricResolver.Resolve("accuracy", 3, (2, 1)).update_state(Fill.Zeros(3), Fill.Zeros((2, 1))));
        Expect(
            "sparse_categorical_accuracy: y_true of shape (3,) does not fit y_pred of shape (2, 4); it must be the shape without the " +
            "classes.",
            () => keras.metrics.SparseCategoricalAccuracy().update_state(Fill.Zeros(3), Fill.Zeros((2, 4))));
        Expect("mean: sample_weight of shape (3,) does not fit values of shape (2,).", () =>
            new Mean().update_state(Fill.Zeros(2), Fill.Zeros(3)));
        Expect(
            "There is no metric 'f1'; there are accuracy, binary_accuracy, categorical_accuracy, precision, recall, " +
            "sparse_categorical_accuracy, top_k_categorical_accuracy and the names of losses.",
            () => MetricResolver.Check("f1"));

        static void Expect(string message, Action action) =>
            Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);
    }

    private static Tensor Rows(Tensor x, long start, long count) =>
        x.ndim == 1
        ? Tensorflow.Operations.Slice.Apply(x, [start], [count])
        : Tensorflow.Operations.Slice.Apply(x, [start, 0], [count, x.shape[1]]);

    [TestMethod]
    public void SumsGoOnInAnotherMetric()
    {
        Mean mean = new(), other = new();
        mean.update_state(3f);
        mean.update_state(1e-7f, sample_weight: 0.3f);
        other.update_state(9f);
        other.set_state(mean.get_state());
        Assert.AreEqual(mean.Value, other.Value);
        Sum sum = new(), rest = new();
        sum.update_state(new[] { 1f, 2f });
        rest.set_state(sum.get_state());
        Assert.AreEqual(3f, (float)rest.result());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => mean.set_state([1])).Message, "keeps 2 sums; set_state got 1");

        // One that has seen no batch yet does not know which accuracy it is.
        Metric named = new NamedMetric("accuracy");
        named.set_state([6, 8]);
        CollectionAssert.AreEqual(new double[] { 6, 8 }, named.get_state());
        ((IMetricFunc)named).update_state(Tensor.From<float>([1, 0], (2, 1)), Tensor.From<float>([0.9f, 0.8f], (2, 1)));
        Assert.AreEqual(0.7f, (float)named.result());
        named.reset_states();
        Assert.AreEqual(0f, (float)named.result());
    }
}
