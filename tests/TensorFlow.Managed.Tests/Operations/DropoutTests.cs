using Tensorflow.Devices.Cpu;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Dropout.</summary>
[TestClass]
public class DropoutTests
{
    [TestMethod]
    public void WhatIsKeptIsScaledAndTheRestIsZero()
    {
        foreach (var size in new[] { 1, 7, 8, 9, 65, 100_003 })
        {
            var uniform = new RandomGenerator(5).Uniform(size).ToArray<float>();
            var x = FiniteDifferences.Random(size, size, 1, 2);
            var values = x.ToArray<float>();
            var y = Dropout.Apply(x, 0.3f, new RandomGenerator(5)).ToArray<float>();
            for (var i = 0; i < size; i++)
                Assert.AreEqual(uniform[i] >= 0.3f ? values[i] * (1 / (1 - 0.3f)) : 0, y[i], $"{i} of {size}");
        }
    }

    [TestMethod]
    public void TheRateIsKept()
    {
        var y = Dropout.Apply(Fill.Ones(200_000), 0.3f, new RandomGenerator(11)).ToArray<float>();
        // Five standard deviations of the share of 200,000 draws.
        Assert.AreEqual(0.3, y.Count(v => v == 0) / 200_000.0, 5 * Math.Sqrt(0.3 * 0.7 / 200_000));
        Assert.AreEqual(1, y.Average(), 0.02);
    }

    [TestMethod]
    public void TheGradientHasTheSameMask()
    {
        foreach (var size in new[] { 1, 13, 40_005 })
        {
            Tensor x = FiniteDifferences.Random(size, 1, 1, 2), dy = FiniteDifferences.Random(size, 2, 1, 2);
            using var tape = tf.GradientTape();
            tape.watch(x);
            var y = Dropout.Apply(x, 0.5f, new RandomGenerator(3));
            var dx = tape.gradient(y, new[] { x }, [dy])[0];
            var (ys, dys, dxs) = (y.ToArray<float>(), dy.ToArray<float>(), dx.ToArray<float>());
            for (var i = 0; i < size; i++)
                Assert.AreEqual(ys[i] == 0 ? 0 : 2 * dys[i], dxs[i]);
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var x = FiniteDifferences.Random((3, 7), 1);
        FiniteDifferences.Check("dropout", v => Dropout.Apply(v[0] * v[0], 0.4f, new RandomGenerator(9)), [x]);
    }

    [TestMethod]
    public void ThreadsDoNotChangeABit()
    {
        var x = FiniteDifferences.Random(300_001, 1);
        var threads = Work.Threads;
        try
        {
            Work.Threads = 1;
            var one = Dropout.Apply(x, 0.3f, new RandomGenerator(4)).ToArray<float>();
            Work.Threads = 4;
            CollectionAssert.AreEqual(one, Dropout.Apply(x, 0.3f, new RandomGenerator(4)).ToArray<float>());
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void EachDrawIsAnotherAndASeedRepeats()
    {
        var x = Fill.Ones(100);
        tf.set_random_seed(7);
        var (first, second) = (tf.nn.dropout(x, 0.5f).ToArray<float>(), tf.nn.dropout(x, 0.5f).ToArray<float>());
        CollectionAssert.AreNotEqual(first, second);
        tf.set_random_seed(7);
        CollectionAssert.AreEqual(first, tf.nn.dropout(x, 0.5f).ToArray<float>());
    }

    [TestMethod]
    public void ARateOfZeroChangesNothing()
    {
        var x = Fill.Ones(5);
        Assert.AreSame(x, Dropout.Apply(x, 0, new RandomGenerator(1)));
        Assert.AreEqual(0, Dropout.Apply(Fill.Zeros(0), 0.5f, new RandomGenerator(1)).size);
    }

    [TestMethod]
    public void AWrongRateIsNamed()
    {
        foreach (var rate in new[] { -0.1f, 1f, float.NaN })
            StringAssert.Contains(
                Assert.ThrowsExactly<ArgumentException>(() => Dropout.Apply(Fill.Ones(3), rate, RandomGenerator.Global)).Message,
                "rate must be at least 0 and below 1");
    }
}
