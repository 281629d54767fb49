using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Normalization by the statistics of data, by the examples of Keras' documentation.</summary>
[TestClass]
public class NormalizationTests
{
    private static readonly Tensor s_table = tf.constant(new[,] { { 0f, 7, 4 }, { 2, 9, 6 }, { 0, 7, 4 }, { 2, 9, 6 } });

    [TestMethod]
    public void ADataSetIsAdaptedTo()
    {
        var one = keras.layers.Normalization(axis: null);
        one.adapt(tf.constant(new[] { 1f, 2, 3, 4, 5 }));
        Near.AreEqual(tf.constant(new[] { -1.4142135f, -0.70710677f, 0 }), one.Apply(tf.constant(new[] { 1f, 2, 3 })), "one mean", 1e-6);

        var columns = (Layer)keras.layers.Normalization(axis: -1);
        columns.adapt(s_table);
        Near.AreEqual(tf.constant(new[,] { { -1f, -1, -1 } }), columns.Apply(tf.constant(new[,] { { 0f, 7, 4 } })), "columns", 1e-6);
        Assert.IsEmpty(columns.TrainableWeights);
        // Other data takes the first one's place.
        columns.adapt(s_table * 2f);
        Near.AreEqual(tf.constant(new[] { 2f, 16, 10 }), columns.Weights[0].AsTensor(), "means", 1e-6);

        var back = keras.layers.Normalization(invert: true);
        back.adapt(s_table);
        Near.AreEqual(tf.constant(new[,] { { 2f, 10, 8 } }), back.Apply(tf.constant(new[,] { { 1f, 2, 3 } })), "back", 1e-6);
    }

    [TestMethod]
    public void MeansAreGivenOrOfAnotherAxis()
    {
        var given = keras.layers.Normalization(mean: 3, variance: 2);
        Near.AreEqual(tf.constant(new[,] { { -1.4142135f }, { -0.70710677f }, { 0 } }),
            given.Apply(tf.constant(new[,] { { 1f }, { 2 }, { 3 } })), "given", 1e-6);

        Tensor x = FiniteDifferences.Random((4, 3, 5), 1);
        var middle = keras.layers.Normalization(axis: 1);
        middle.adapt(x);
        Tensor y = middle.Apply(x);
        Near.AreEqual(tf.ones(3), 1f + tf.reduce_mean(y, (0, 2)), "means", 1e-6);
        Near.AreEqual(tf.ones(3), tf.reduce_mean(tf.square(y), (0, 2)), "variances", 1e-5);
        FiniteDifferences.Check("normalization", at => middle.Apply(at[0]), [x]);
        // What does not vary is not divided by 0.
        var still = keras.layers.Normalization();
        still.adapt(tf.ones((4, 2)));
        Near.AreEqual(tf.zeros((4, 2)), still.Apply(tf.ones((4, 2))), "still", 0);
    }

    [TestMethod]
    public void WhatDoesNotFitIsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Normalization(mean: 3)).Message,
            "mean and variance are given both or not at all");
        StringAssert.Contains(
            Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.Normalization(mean: 3, variance: 1).adapt(s_table)).Message,
            "was given its mean");
        StringAssert.Contains(Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.Dense(3).adapt(s_table)).Message,
            "learns nothing by adapt");
    }
}
