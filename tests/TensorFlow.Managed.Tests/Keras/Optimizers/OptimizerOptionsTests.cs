using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Optimizers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Optimizers;

/// <summary>What happens before a step: schedules, limits of gradients, decay of weights.</summary>
[TestClass]
public class OptimizerOptionsTests
{
    private static readonly float[] s_gradient = [3, 0, -4];

    [TestMethod]
    public void SchedulesAreTensorFlows()
    {
        foreach (var (what, schedule) in new (string, LearningRateSchedule)[]
        {
            ("ExponentialDecay(0.1, 1000, 0.5)", new ExponentialDecay(0.1f, 1000, 0.5f)),
            ("CosineDecay(0.1, 3000, alpha=0.1)", new CosineDecay(0.1f, 3000, 0.1f)),
        })
        {
            var golden = Golden.Cases("schedules_and_clipping").Single(one => one.Text("what") == what);
            var actual = golden.Values<long>("step").Select(schedule.Call).ToArray();
            Near.AreEqual(golden["value"], tf.constant(actual), what, 1e-6);
        }

        var stairs = new ExponentialDecay(1, 10, 0.5f, staircase: true);
        Assert.AreEqual((1f, 0.5f, 0.25f), (stairs.Call(9), stairs.Call(19), stairs.Call(20)));
        var line = new PolynomialDecay(1, 10, 0.5f);
        Assert.AreEqual((1f, 0.75f, 0.5f, 0.5f), (line.Call(0), line.Call(5), line.Call(10), line.Call(99)));
        Assert.AreEqual(0.25f, new PolynomialDecay(1, 10, 0, power: 2).Call(5));
        Assert.ThrowsExactly<ArgumentException>(() => new CosineDecay(1, 0));
    }

    [TestMethod]
    public void AScheduleSetsEachStepsSize()
    {
        var optimizer = keras.optimizers.SGD(99);
        optimizer.learning_rate_schedule = new ExponentialDecay(1, 1, 0.5f);
        var weight = tf.Variable(0f);
        foreach (var expected in new[] { -1f, -1.5f, -1.75f })
        {
            optimizer.apply_gradients((1f, weight));
            Assert.AreEqual(expected, (float)weight.numpy());
        }

        Assert.AreEqual(0.25f, optimizer.learning_rate);
    }

    [TestMethod]
    public void GradientsAreLimited()
    {
        CollectionAssert.AreEqual(new[] { -3f, 0, 4 }, Step(_ => { }));
        Near([-1.5f, 0, 2], Step(optimizer => optimizer.clipnorm = 2.5f));
        Near([-3, 0, 4], Step(optimizer => optimizer.clipnorm = 6));
        Near([-1, 0, 1], Step(optimizer => optimizer.clipvalue = 1));
        // The second weight's gradient is 12: together 13 long.
        Near([-1.5f, 0, 2], Step(optimizer => optimizer.global_clipnorm = 6.5f));
        var both = keras.optimizers.SGD();
        both.clipnorm = 1;
        Assert.AreEqual("SGD: only one of clipnorm, clipvalue and global_clipnorm can be set.",
            Assert.ThrowsExactly<ArgumentException>(() => both.clipvalue = 1).Message);
        both.clipnorm = null;
        both.clipvalue = 1;
        Assert.ThrowsExactly<ArgumentException>(() => both.clipvalue = 0);
        Assert.ThrowsExactly<ArgumentException>(() => both.weight_decay = -1);

        static float[] Step(Action<IOptimizer> set)
        {
            var optimizer = keras.optimizers.SGD(1);
            set(optimizer);
            ResourceVariable weight = tf.Variable(new[] { 0f, 0, 0 }), other = tf.Variable(0f), unused = tf.Variable(5f);
            ((OptimizerV2)optimizer).Warnings = new StringWriter();
            optimizer.apply_gradients([(s_gradient, weight), (null!, unused), (12f, other)]);
            Assert.AreEqual(5f, (float)unused.numpy());
            return weight.numpy().ToArray<float>();
        }

        static void Near(float[] expected, float[] actual) => Tests.Near.AreEqual(tf.constant(expected), tf.constant(actual), "step", 1e-6);
    }

    /// <summary>w (1 - learning_rate * decay), then Adam's step, as Keras.</summary>
    [TestMethod]
    public void WeightsDecayApartFromTheirGradients()
    {
        IOptimizer decaying = keras.optimizers.AdamW(0.1f, 0.5f), plain = keras.optimizers.Adam(0.1f);
        ResourceVariable weight = tf.Variable(2f), same = tf.Variable(2f), still = tf.Variable(3f);
        ((OptimizerV2)decaying).Warnings = new StringWriter();
        for (var step = 0; step < 3; step++)
        {
            decaying.apply_gradients([(0.3f, weight), (null!, still)]);
            same.assign(same * 0.95);
            plain.apply_gradients((0.3f, same));
            Assert.AreEqual((float)same.numpy(), (float)weight.numpy(), 1e-6f);
        }

        Assert.AreEqual(3f, (float)still.numpy(), "without a gradient a weight stays");
        Assert.AreEqual("AdamW", keras.optimizers.get("adamw").Name);
    }
}
