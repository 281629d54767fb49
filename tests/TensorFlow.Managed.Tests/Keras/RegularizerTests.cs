using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Constraints;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>What weights cost, and what they keep to.</summary>
[TestClass]
public class RegularizerTests
{
    private static readonly Tensor s_kernel = tf.constant(new[,] { { 3f, 0f }, { -4f, 0.5f } });

    [TestMethod]
    public void CostsAreTheirFormulas()
    {
        Assert.AreEqual(0.075f, Cost(keras.regularizers.l1()), 1e-7f);
        Assert.AreEqual(0.01f * 25.25f, Cost(keras.regularizers.l2()), 1e-6f);
        Assert.AreEqual(0.1f * 7.5f + 0.2f * 25.25f, Cost(keras.regularizers.l1l2(0.1f, 0.2f)), 1e-6f);
        Assert.AreEqual(0, Cost(keras.regularizers.l1l2()));
        Assert.ThrowsExactly<ArgumentException>(() => keras.regularizers.l2(-1));

        static float Cost(IRegularizer regularizer) => (float)regularizer.Apply(new RegularizerArgs(s_kernel));
    }

    /// <summary>One step of descent by the loss's gradient and 2 l2 w, worked out by hand; evaluation counts the cost, too.</summary>
    [TestMethod]
    public void ACostIsInTheLossAndInTheGradient()
    {
        var layer = new Dense(new DenseArgs { Units = 1, KernelRegularizer = keras.regularizers.l2(0.5f), UseBias = false });
        var model = keras.Sequential(keras.layers.InputLayer(1), layer);
        layer.set_weights([tf.constant(new[,] { { 2f } }).numpy()]);
        model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError());
        Tensor x = tf.constant(new[,] { { 1f } }), y = tf.constant(new[,] { { 5f } });
        Assert.AreEqual(9 + 2, model.evaluate(x, y, verbose: 0)["loss"], 1e-6f);
        Assert.AreEqual(9 + 2, model.train_on_batch(x, y)["loss"], 1e-6f);
        Assert.AreEqual(2 - 0.1f * (2 * -3 + 2), layer.get_weights()[0].ToArray<float>()[0], 1e-6f);
        Assert.HasCount(1, model.losses);
    }

    [TestMethod]
    public void ASharedLayerCostsOnce()
    {
        var input = keras.Input(2);
        var shared = keras.layers.Dense(2, kernel_regularizer: keras.regularizers.l1(1));
        var model = keras.Model(input, shared.Apply(shared.Apply(input)));
        Assert.HasCount(1, model.losses);
    }

    /// <summary>Worked out by hand: y = 2 x, a cost of l1 |y| / N, and its gradient.</summary>
    [TestMethod]
    public void AResultsCostIsInTheLossAndInTheGradient()
    {
        var layer = (Layer)keras.layers.Dense(1, use_bias: false, activity_regularizer: keras.regularizers.l1(0.5f));
        var model = keras.Sequential(keras.layers.InputLayer(1), layer);
        layer.set_weights([tf.constant(new[,] { { 2f } }).numpy()]);
        Tensor x = tf.constant(new[,] { { 1f }, { 3f } });
        using (var tape = tf.GradientTape())
        {
            model.Apply(x, training: true);
            var loss = model.losses.Single();
            Assert.AreEqual(0.5f * (2 + 6) / 2, (float)loss, 1e-6f);
            Assert.AreEqual(0.5f * (1 + 3) / 2, (float)tape.gradient(loss, model.TrainableVariables)[0], 1e-6f);
        }

        // Only the last call counts, and a layer inside counts for itself, too.
        model.Apply(tf.constant(new[,] { { 5f } }));
        Assert.AreEqual(0.5f * 10, (float)model.losses.Single(), 1e-6f);
        Assert.AreEqual(0.5f * 10, (float)layer.losses.Single(), 1e-6f);

        model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError());
        Assert.AreEqual(0 + 2, model.evaluate(x, 2f * x, verbose: 0)["loss"], 1e-6f);
        Assert.AreEqual(0 + 2, model.train_on_batch(x, 2f * x)["loss"], 1e-6f);
        Assert.AreEqual(2 - 0.1f * 1, layer.get_weights()[0].ToArray<float>()[0], 1e-6f);
        model.predict(x);
        Assert.IsEmpty(model.losses, "what a step made does not outlive it");
    }

    [TestMethod]
    public void AConvolutionsResultCosts()
    {
        var layer = (Layer)keras.layers.Conv2D(3, 2, activity_regularizer: keras.regularizers.l2(0.25f));
        Tensor x = FiniteDifferences.Random((2, 4, 4, 2), 1), y = layer.Apply(x);
        Near.AreEqual(0.125f * tf.reduce_sum(tf.square(y)), layer.losses.Single(), "l2", 1e-6);
        // A symbolic application and a trial of the shape cost nothing.
        layer.Apply(keras.Input((4, 4, 2)));
        Assert.HasCount(1, layer.losses);
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.SpectralNormalization(layer));
    }

    [TestMethod]
    public void ConstraintsAreTheirFormulas()
    {
        Near.AreEqual(tf.constant(new[,] { { 1.2f, 0f }, { -1.6f, 0.5f } }), keras.constraints.MaxNorm(2).Apply(s_kernel), "at most 2",
            1e-6);
        Near.AreEqual(tf.constant(new[,] { { 0.6f, 0f }, { -0.8f, 1f } }), keras.constraints.UnitNorm().Apply(s_kernel), "1", 1e-6);
        Near.AreEqual(tf.constant(new[,] { { 3f, 0f }, { 0f, 0.5f } }), keras.constraints.NonNeg().Apply(s_kernel), "not below 0", 0);
        // Half of the way from 5 to 2 and from 0.5 to 1.
        Near.AreEqual(tf.constant(new[,] { { 2.1f, 0f }, { -2.8f, 0.75f } }),
            keras.constraints.MinMaxNorm(1, 2, rate: 0.5f).Apply(s_kernel), "from 1 to 2", 1e-6);
        Near.AreEqual(s_kernel / tf.constant(new[,] { { 3f }, { MathF.Sqrt(16.25f) } }), new UnitNorm(1).Apply(s_kernel), "rows", 1e-6);
        Assert.ThrowsExactly<ArgumentException>(() => keras.constraints.MinMaxNorm(2, 1));
    }

    [TestMethod]
    public void AConstraintHoldsAfterEachStep()
    {
        tf.set_random_seed(1);
        var model = keras.Sequential(keras.layers.InputLayer(3), keras.layers.Dense(4, kernel_constraint: keras.constraints.MaxNorm(0.5f),
            bias_constraint: keras.constraints.NonNeg()));
        model.compile(keras.optimizers.Adam(0.2f), keras.losses.MeanSquaredError());
        var (x, y) = (FiniteDifferences.Random((8, 3), 1), -10 * FiniteDifferences.Random((8, 4), 2, 0.5f));
        for (var step = 0; step < 5; step++)
        {
            model.train_on_batch(x, y);
            var weights = model.get_weights();
            var lengths = tf.sqrt(tf.reduce_sum(tf.square(weights[0]), 0)).ToArray<float>();
            Assert.IsTrue(Array.TrueForAll(lengths, length => length <= 0.5001f), string.Join(' ', lengths));
            Assert.IsTrue(Array.TrueForAll(weights[1].ToArray<float>(), bias => bias >= 0));
        }
    }
}
