using FashionGanTf.Objectives;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Objectives;

/// <summary>Both players' losses, and their gradients, against what PyTorch computed in float64, for logits up to ±100.</summary>
[TestClass]
public class AdversarialLossTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Rows(
        "adversarial_losses", "loss", "non_saturating", "hinge", "least_squares", "wasserstein", "relativistic_paired");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ALossIsPyTorchs(GoldenCase golden)
    {
        IAdversarialLoss loss = golden.Text("loss") switch
        {
            "non_saturating" => new NonSaturating(),
            "hinge" => new Hinge(),
            "least_squares" => new LeastSquares(),
            "wasserstein" => new Wasserstein(),
            _ => new RelativisticPaired(),
        };
        Check("d_loss", loss.Discriminator);
        Check("g_loss", (real, fake) => loss.Generator(fake, real));
        Assert.AreEqual(golden.Text("loss").StartsWith("relativistic", StringComparison.Ordinal), loss.GeneratorComparesWithReal);
        if (!loss.GeneratorComparesWithReal)
            golden.IsNear("g_loss", loss.Generator(golden["fake"]));

        void Check(string name, Func<Tensor, Tensor, Tensor> compute)
        {
            var (real, fake) = (golden["real"], golden["fake"]);
            using var tape = tf.GradientTape();
            tape.watch(real);
            tape.watch(fake);
            var value = compute(real, fake);
            golden.IsNear(name, value);
            var gradients = tape.gradient(value, new[] { real, fake });
            golden.IsNear(name + "_dreal", gradients[0]);
            golden.IsNear(name + "_dfake", gradients[1]);
        }
    }

    [TestMethod]
    public void EachLossHasItsNameOnTheCommandLine() => CollectionAssert.AreEqual(
        new[] { typeof(NonSaturating), typeof(Hinge), typeof(LeastSquares), typeof(Wasserstein), typeof(RelativisticPaired) },
        TrainingOption.All.Single(option => option.Name == "--loss").Choices.Select(name =>
            AdversarialLosses.Named(name, label_smoothing: 0, label_noise: 0).GetType()).ToArray());

    /// <summary>A discriminator that is right about each picture is so by its loss's own border, whatever that is.</summary>
    [TestMethod]
    [DataRow(AdversarialLosses.NonSaturating, 0f, 1f, 3f)]
    [DataRow(AdversarialLosses.Hinge, 0f, 1f, 3f)]
    [DataRow(AdversarialLosses.LeastSquares, 0.5f, 0.25f, 0.5f)]
    [DataRow(AdversarialLosses.Wasserstein, 40f, 1f, 2f)]
    [DataRow(AdversarialLosses.Relativistic, -40f, 1f, 2f)]
    public void LogsJudgeByTheBorderOfTheLoss(string name, float border, float near, float far)
    {
        Tensor real = new[,] { { border + near }, { border + far } }, fake = new[,] { { border - far }, { border - near } };
        var loss = AdversarialLosses.Named(name, label_smoothing: 0, label_noise: 0);
        var (right, wrong) = (loss.Verdicts(real, fake), loss.Verdicts(fake, real));
        float[] reals = right.Real.ToArray<float>(), fakes = right.Fake.ToArray<float>();
        Assert.IsTrue(reals.All(verdict => verdict > 0) && fakes.All(verdict => verdict < 0), $"{right}");
        Assert.IsTrue(wrong.Real.ToArray<float>().All(verdict => verdict < 0) && wrong.Fake.ToArray<float>().All(verdict => verdict > 0));
        // The clearer of two is the one that is said to be.
        Assert.IsTrue(reals[1] >= reals[0] && fakes[0] <= fakes[1], $"{right}");
        Assert.AreEqual(new Shape(2, 1), right.Real.shape);
    }

    [TestMethod]
    public void LabelsAreSmoothedAndNoisy()
    {
        Tensor real = new[,] { { 2f }, { -1f }, { 0.5f } }, fake = new[,] { { 1f }, { -3f }, { 0.25f } };
        tf.set_random_seed(5);
        float[] noise = [.. tf.random.uniform((3, 1)).ToArray<float>(), .. tf.random.uniform((3, 1)).ToArray<float>()];
        tf.set_random_seed(5);
        var loss = (float)new NonSaturating(label_smoothing: 0.1f, label_noise: 0.2f).Discriminator(real, fake);

        static double CrossEntropy(double label, double logit) => Math.Log(1 + Math.Exp(logit)) - label * logit;
        var expected = Enumerable.Range(0, 3).Sum(i =>
            CrossEntropy(1 - 0.1 - 0.2 * noise[i], real.ToArray<float>()[i])
            + CrossEntropy(0.2 * noise[3 + i], fake.ToArray<float>()[i])) / 3;
        Assert.AreEqual(expected, loss, 1e-6);
    }

    [TestMethod]
    public void ItHasTheBitsOfKerasLossWithLabelsMadeOneAfterTheOther()
    {
        Tensor real = new[,] { { 2f }, { -1f }, { 0.5f } }, fake = new[,] { { 1f }, { -3f }, { 0.25f } };
        var entropy = keras.losses.BinaryCrossentropy(from_logits: true);
        tf.set_random_seed(6);
        var first = entropy.Call(tf.ones_like(real) - 0.1f - 0.05f * tf.random.uniform(real.shape), real);
        var second = entropy.Call(tf.zeros_like(fake) + 0.05f * tf.random.uniform(fake.shape), fake);
        tf.set_random_seed(6);
        Assert.AreEqual((float)(first + second), (float)new NonSaturating(entropy, 0.1f, 0.05f).Discriminator(real, fake));
    }

    [TestMethod]
    public void WithExactLabelsNoRandomNumberIsTaken()
    {
        var next = Next(() => new NonSaturating(keras.losses.BinaryCrossentropy(from_logits: true), label_smoothing: 0.1f)
            .Discriminator(tf.zeros((2, 1)), tf.zeros((2, 1))));
        CollectionAssert.AreEqual(Next(() => { }), next);

        static float[] Next(Action before)
        {
            tf.set_random_seed(9);
            before();
            return tf.random.uniform(4).ToArray<float>();
        }
    }

    [TestMethod]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new NonSaturating(label_smoothing: 0.6f, label_noise: 0.5f));
        var relativistic = new RelativisticPaired();
        Assert.ThrowsExactly<ArgumentException>(() => relativistic.Generator(tf.zeros((2, 1))));
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => relativistic.Discriminator(tf.zeros((2, 1)), tf.zeros((3, 1)))).Message,
            "(2, 1)");
    }
}
