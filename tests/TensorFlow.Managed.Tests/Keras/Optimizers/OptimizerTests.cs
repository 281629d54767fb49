using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Optimizers;
using Tensorflow.Operations;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Optimizers;

/// <summary>Adam, SGD and RMSprop, and what all optimizers share.</summary>
[TestClass]
public class OptimizerTests
{
    private static readonly Dictionary<string, Func<IOptimizer>> s_optimizers = new()
    {
        ["adam_2e-4_b1_0.5"] = () => keras.optimizers.Adam(2e-4f, beta_1: 0.5f),
        ["adam_default"] = () => keras.optimizers.Adam(),
        ["sgd_0.1"] = () => keras.optimizers.SGD(0.1f),
        ["sgd_0.1_momentum_0.9"] = () => keras.optimizers.SGD(0.1f, momentum: 0.9f),
        ["sgd_0.1_nesterov_0.9"] = () => keras.optimizers.SGD(0.1f, momentum: 0.9f, nesterov: true),
        ["rmsprop_default"] = () => keras.optimizers.RMSprop(),
    };

    [TestMethod]
    public void EveryStepIsTensorFlows()
    {
        foreach (var golden in Golden.Cases("optimizers"))
        {
            var optimizer = s_optimizers[golden.Text("optimizer")]();
            var weight = tf.Variable(golden["w0"]);
            var count = (int)weight.shape.size;
            float[] gradients = golden.Values<float>("gradients"), weights = golden.Values<float>("weights");
            for (var step = 0; step < gradients.Length / count; step++)
            {
                optimizer.apply_gradients((Part(gradients, step), weight));
                Near.AreEqual(Part(weights, step), weight.AsTensor(), $"{golden}, step {step}");
                Assert.AreEqual(step + 1, optimizer.iterations);
            }

            Tensor Part(float[] values, int step) => Tensor.From<float>(values.AsSpan(step * count, count), weight.shape);
        }
    }

    /// <summary>golden/make.py.</summary>
    [TestMethod]
    public void AdagradIsPyTorchs()
    {
        foreach (var golden in Golden.Cases("adagrad"))
        {
            var optimizer = keras.optimizers.Adagrad(golden.Parameters.GetProperty("learning_rate").GetSingle());
            var weight = tf.Variable(golden["w"]);
            for (var step = 0; step < 6; step++)
            {
                optimizer.apply_gradients((golden["gradients"][step], weight));
                Near.AreEqual(golden["after"][step], weight.AsTensor(), $"{golden}, step {step}");
            }

            Assert.HasCount(2, optimizer.variables);
        }
    }

    /// <summary>Vectors and their tails, pieces that threads share, one element and none: all must do as one element alone does.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(33)]
    [DataRow(70_001)]
    public void EveryElementIsTreatedAlike(int count)
    {
        foreach (var make in s_optimizers.Values.Append(() => keras.optimizers.RMSprop(0.01f, momentum: 0.5f)))
        {
            IOptimizer optimizer = make(), alone = make();
            ResourceVariable weights = tf.Variable(Fill.Ones(count)), single = tf.Variable(Fill.Ones(1));
            for (var step = 0; step < 3; step++)
            {
                optimizer.apply_gradients((Fill.Ones(count) * (step + 0.5), weights));
                alone.apply_gradients((Fill.Ones(1) * (step + 0.5), single));
            }

            var expected = single.numpy().ToArray<float>()[0];
            Assert.AreNotEqual(1f, expected);
            foreach (var value in weights.numpy().ToArray<float>())
                Assert.AreEqual(expected, value, 1e-6f, optimizer.Name);
        }
    }

    /// <summary>w = 1, s = 0.1 g² and one step of 0.01 g / sqrt(s): 0.01 / sqrt(0.1); the second step repeats half of the first.</summary>
    [TestMethod]
    public void RmspropRepeatsItsLastMove()
    {
        var optimizer = keras.optimizers.RMSprop(0.01f, rho: 0.9f, momentum: 0.5f, epsilon: 0);
        var weight = tf.Variable(1f);
        optimizer.apply_gradients((2f, weight));
        var first = 0.01 / Math.Sqrt(0.1);
        Assert.AreEqual(1 - first, (double)weight.AsTensor(), 1e-6);
        optimizer.apply_gradients((2f, weight));
        Assert.AreEqual(1 - first - (0.5 * first + 0.01 / Math.Sqrt(0.19)), (double)weight.AsTensor(), 1e-6);
    }

    [TestMethod]
    public void TheLearningRateCanBeChangedAtAnyTime()
    {
        var optimizer = new SGD(0.5f);
        var weight = tf.Variable(1f);
        optimizer.apply_gradients((1f, weight));
        optimizer.lr = 0.25f;
        optimizer.apply_gradients((1f, weight));
        Assert.AreEqual(0.25f, (float)weight.AsTensor());
        Assert.AreEqual(0.25f, optimizer.learning_rate);
    }

    [TestMethod]
    public void AValueThatSomeoneHoldsDoesNotChange()
    {
        var optimizer = new Adam(0.1f);
        var weight = tf.Variable(1f);
        optimizer.apply_gradients((1f, weight));
        var held = weight.numpy();
        var before = (float)held;
        var moments = optimizer.get_weights();
        var momentsBefore = moments.ConvertAll(moment => (double)moment);
        optimizer.apply_gradients((1f, weight));
        Assert.AreEqual(before, (float)held);
        Assert.AreNotEqual(before, (float)weight.AsTensor());
        CollectionAssert.AreEqual(momentsBefore, moments.ConvertAll(moment => (double)moment));
    }

    [TestMethod]
    public void MomentsOutliveTheBatchTheyWereMadeIn()
    {
        var optimizer = new Adam(0.1f);
        var weight = tf.Variable(1f);
        for (var step = 0; step < 2; step++)
        {
            using var batch = TensorScope.Begin();
            optimizer.apply_gradients((1f, weight));
        }

        Assert.AreEqual(0.8f, (float)weight.AsTensor(), 1e-5f);
        Assert.AreEqual(1 - 0.9 * 0.9, (double)optimizer.variables[1].AsTensor(), 1e-6);
    }

    [TestMethod]
    public void ARestoredOptimizerGoesOnWhereTheOtherStopped()
    {
        Adam first = new(0.1f), second = new(0.1f);
        var weight = tf.Variable(new[] { 1f, 2f }, name: "dense/kernel");
        for (var step = 1; step <= 3; step++)
            first.apply_gradients((new[] { step * 1f, -step }, weight));
        var copy = tf.Variable(weight.AsTensor(), name: "dense/kernel");
        second.build([copy]);
        second.set_weights(first.get_weights());
        Assert.AreEqual(3, second.iterations);
        first.apply_gradients((new[] { 0.5f, 0.25f }, weight));
        second.apply_gradients((new[] { 0.5f, 0.25f }, copy));
        CollectionAssert.AreEqual(weight.numpy().ToArray<float>(), copy.numpy().ToArray<float>());
        CollectionAssert.AreEqual(
            new[] { "Adam/iter:0", "Adam/dense/kernel/m:0", "Adam/dense/kernel/v:0" },
            second.variables.Select(variable => variable.Name).ToArray());
    }

    [TestMethod]
    public void AMissingGradientIsNamedOnce()
    {
        var warnings = new StringWriter();
        var optimizer = new SGD(0.5f) { Warnings = warnings };
        ResourceVariable used = tf.Variable(1f, name: "used"), unused = tf.Variable(1f, name: "unused");
        for (var step = 0; step < 2; step++)
            optimizer.apply_gradients([(1f, used), (null!, unused)]);
        Assert.AreEqual("Warning: SGD: there are no gradients for unused:0; they stay as they are." + Environment.NewLine,
            warnings.ToString());
        Assert.AreEqual(1f, (float)unused.AsTensor());
        Assert.AreEqual(0f, (float)used.AsTensor());
        var error = Assert.ThrowsExactly<ArgumentException>(() => optimizer.apply_gradients([(null!, used), (null!, unused)]));
        Assert.AreEqual("SGD: no gradients for any variable: used:0, unused:0.", error.Message);
    }

    [TestMethod]
    public void AGradientThatDoesNotFitChangesNothing()
    {
        var optimizer = new SGD(0.5f);
        ResourceVariable a = tf.Variable(1f, name: "a"), b = tf.Variable(new[] { 1f, 2f }, name: "b");
        var error = Assert.ThrowsExactly<ArgumentException>(() => optimizer.apply_gradients([(1f, a), (1f, b)]));
        Assert.AreEqual("SGD: the gradient of b:0 has shape () and type float32; it needs (2,) and float32.", error.Message);
        Assert.AreEqual(1f, (float)a.AsTensor());
        Assert.AreEqual(0, optimizer.iterations);
        error = Assert.ThrowsExactly<ArgumentException>(() => optimizer.apply_gradients((1.0, tf.Variable(1.0, name: "c"))));
        Assert.AreEqual("SGD updates float32 variables; c:0 is a float64 ResourceVariable.", error.Message);
    }

    [TestMethod]
    public void NumbersOutOfRangeAreRefusedInOneLine()
    {
        Expect("Adam: learning_rate must be a finite number from 0 on; it is -1.", () => new Adam(-1));
        Expect("SGD: learning_rate must be a finite number from 0 on; it is NaN.", () => new SGD().learning_rate = float.NaN);
        Expect("Adam: beta_1 must be a number from 0 up to, not including, 1; it is 1.", () => new Adam(beta_1: 1));
        Expect("RMSprop: rho must be a number from 0 up to, not including, 1; it is -0.5.", () => new RMSprop(rho: -0.5f));
        Expect("SGD: momentum must be a number from 0 to 1; it is 2.", () => new SGD(momentum: 2));
        Expect("There is no optimizer 'adamm'; there are adagrad, adam, adamw, rmsprop and sgd.", () => keras.optimizers.get("adamm"));
        Expect("Adam has 1 variables and was given 0 values; call build with the model's trainable variables first.", () =>
            new Adam().set_weights([]));
        Assert.ThrowsExactly<NotSupportedException>(() => new Adam(amsgrad: true));
        Assert.ThrowsExactly<NotSupportedException>(() => new RMSprop(centered: true));

        static void Expect(string message, Action action) =>
            Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);
    }

    [TestMethod]
    public void NamesFindOptimizers() =>
        CollectionAssert.AreEqual(
            new[] { "Adam", "RMSprop", "SGD" },
            new[] { "Adam", "rmsprop", "sgd" }.Select(name => keras.optimizers.get(name).Name).ToArray());
}
