using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Api;

/// <summary>What <c>tf.nn</c> offers.</summary>
[TestClass]
public class NeuralNetworkTests
{
    [TestMethod]
    public void ActivationsHaveTheirValues()
    {
        Tensor x = new[] { -2f, -0.5f, 0f, 0.5f, 7f };
        Expect(tf.nn.relu(x), v => Math.Max(v, 0));
        Expect(tf.nn.relu6(x), v => Math.Clamp(v, 0, 6));
        Expect(tf.nn.leaky_relu(x), v => v > 0 ? v : 0.2 * v);
        Expect(tf.nn.leaky_relu(x, 0.3f), v => v > 0 ? v : 0.3 * v);
        Expect(tf.nn.elu(x), v => v > 0 ? v : Math.Exp(v) - 1);
        Expect(tf.nn.sigmoid(x), v => 1 / (1 + Math.Exp(-v)));
        Expect(tf.nn.swish(x), v => v / (1 + Math.Exp(-v)));
        Expect(tf.nn.silu(x), v => v / (1 + Math.Exp(-v)));
        Expect(tf.nn.tanh(x), Math.Tanh);
        // Φ(0.5) and Φ(-2) from a table of the normal distribution.
        Assert.AreEqual(0.5 * 0.69146246, tf.nn.gelu(x).ToArray<float>()[3], 1e-6);
        Assert.AreEqual(-2 * 0.02275013, tf.nn.gelu(x).ToArray<float>()[0], 1e-6);

        void Expect(Tensor y, Func<double, double> f) =>
            Near.AreEqual(Array.ConvertAll(x.ToArray<float>(), v => f(v)), Array.ConvertAll(y.ToArray<float>(), v => (double)v), "y", 1e-6);
    }

    [TestMethod]
    public void CrossEntropiesAgreeWithEachOther()
    {
        var logits = FiniteDifferences.Random((4, 3), 1, -2, 2);
        Tensor classes = Tensor.From<int>([2, 0, 1, 1], 4);
        var sparse = tf.nn.sparse_softmax_cross_entropy_with_logits(classes, logits);
        var hot = OneHot.Apply(classes, 3);
        Near.AreEqual(sparse, tf.nn.softmax_cross_entropy_with_logits(hot, logits), "one-hot");
        Near.AreEqual(sparse, tf.nn.softmax_cross_entropy_with_logits(Transpose.Apply(hot), Transpose.Apply(logits), axis: 0), "axis 0");
        Near.AreEqual(-ReduceSum.Apply(hot * tf.nn.log_softmax(logits), [1]), sparse, "by its definition");
        Near.AreEqual(ReduceSum.Apply(tf.nn.softmax(logits), [1]), Fill.Ones(4), "softmax");
        Near.AreEqual(tf.nn.sigmoid_cross_entropy_with_logits(hot, logits),
            -(hot * Log.Apply(tf.nn.sigmoid(logits)) + (1 - hot) * Log.Apply(1 - tf.nn.sigmoid(logits))), "sigmoid");
    }

    [TestMethod]
    public void MomentsAreMeanAndBiasedVariance()
    {
        var (mean, variance) = tf.nn.moments(Tensor.From<float>([1, 2, 3, 6, 0, 0], (2, 3)), new Axis(1));
        CollectionAssert.AreEqual(new[] { 2f, 2f }, mean.ToArray<float>());
        Near.AreEqual([2f / 3, 8], Array.ConvertAll(variance.ToArray<float>(), v => (double)v), "variance", 1e-6);
        Assert.AreEqual((2, 1), tf.nn.moments(Fill.Zeros((2, 3)), 1, keep_dims: true).Item2.shape);
        Assert.AreEqual(12.5f, (float)tf.nn.l2_loss(new[] { 3f, 4f }));
    }

    [TestMethod]
    public void PoolingTakesEveryFormOfASize()
    {
        var x = FiniteDifferences.Random((2, 4, 6, 3), 1);
        var expected = tf.nn.max_pool2d(x, 2, 2, "VALID").ToArray<float>();
        CollectionAssert.AreEqual(expected, tf.nn.max_pool(x, new[] { 1, 2, 2, 1 }, new[] { 1, 2, 2, 1 }, "SAME").ToArray<float>());
        CollectionAssert.AreEqual(expected, tf.nn.max_pool2d(x, (2, 2), (2, 2), "VALID").ToArray<float>());
        Assert.AreEqual((2, 2, 2, 3), tf.nn.avg_pool2d(x, (2, 3), (2, 3), "VALID").shape);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.nn.max_pool2d(x, (2, 2, 2), 2, "VALID")).Message,
            "not (2, 2, 2)");
    }

    [TestMethod]
    public void ABiasGoesToEachChannel()
    {
        CollectionAssert.AreEqual(new float[] { 1, 2, 1, 2 }, tf.nn.bias_add(Fill.Zeros((2, 2)), new[] { 1f, 2f }).ToArray<float>());
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.nn.bias_add(Fill.Zeros((2, 3)), Fill.Zeros(2))).Message,
            "the shapes (2, 3) and (2,)");
    }
}
