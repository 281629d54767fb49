using static Tensorflow.Binding;

namespace Tensorflow.Tests.Train;

/// <summary><c>tf.train.ExponentialMovingAverage</c> against its definition in a plain loop.</summary>
[TestClass]
public class ExponentialMovingAverageTests
{
    [TestMethod]
    [DataRow(0.9f, false, 7)]
    [DataRow(0.999f, true, 7)]
    [DataRow(0.5f, true, 100_003)]
    [DataRow(0f, false, 33)]
    public void AveragesFollowTheirVariables(float decay, bool counted, int size)
    {
        var random = new Random(4);
        var variable = tf.Variable(Values());
        var steps = tf.Variable(tf.constant(0L));
        var average = tf.train.ExponentialMovingAverage(decay, counted ? steps : null);
        average.build([variable]);
        double[] expected = Array.ConvertAll(variable.numpy().ToArray<float>(), value => (double)value);
        for (var step = 1L; step <= 25; step++)
        {
            variable.assign(Values());
            steps.assign(tf.constant(step));
            average.apply([variable]);
            var kept = counted ? Math.Min((double)(decimal)decay, (1.0 + step) / (10.0 + step)) : (double)(decimal)decay;
            var values = variable.numpy().ToArray<float>();
            for (var i = 0; i < size; i++)
                expected[i] = kept * expected[i] + (1 - kept) * values[i];
            Near.AreEqual(expected, Array.ConvertAll(average.average(variable).numpy().ToArray<float>(), value => (double)value),
                $"step {step}", 1e-6);
        }

        Tensor Values() => tf.constant(Enumerable.Range(0, size).Select(_ => (float)random.NextDouble() - 0.5f).ToArray());
    }

    [TestMethod]
    public void AValueThatSomeoneHoldsStays()
    {
        var variable = tf.Variable(tf.constant(new[] { 1f, 2f }));
        var average = tf.train.ExponentialMovingAverage(0.5f);
        average.apply([variable]);
        var (before, held) = (average.average(variable).read_value(), variable.read_value());
        variable.assign(tf.constant(new[] { 3f, 6f }));
        average.apply([variable]);
        CollectionAssert.AreEqual(new[] { 1f, 2f }, before.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f, 2f }, held.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 2f, 4f }, average.average(variable).numpy().ToArray<float>());
        CollectionAssert.AreEqual(new[] { 3f, 6f }, variable.numpy().ToArray<float>());
    }

    [TestMethod]
    public void WhatCannotBeIsRefused()
    {
        foreach (var decay in new[] { -0.1f, 1f, float.NaN })
            Assert.ThrowsExactly<ArgumentException>(() => tf.train.ExponentialMovingAverage(decay));
        Assert.ThrowsExactly<ArgumentException>(() => tf.train.ExponentialMovingAverage(0.9f, tf.Variable(tf.constant(1f))));
        var average = tf.train.ExponentialMovingAverage(0.9f);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
            () => average.average(tf.Variable(tf.constant(1f), name: "w"))).Message, "w:0 has no average");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => average.build([tf.Variable(tf.constant(1))])).Message, "int32");
    }
}
