using static Tensorflow.Binding;

namespace Tensorflow.Tests.Api;

/// <summary>What tf hands on: numbers beside tensors, constants of every kind, names and defaults of TensorFlow.NET.</summary>
[TestClass]
public class ArrayTests
{
    [TestMethod]
    public void ConstantsAreMadeOfWhatCSharpCallsNumbers()
    {
        Check(tf.constant(1.5f), tf.float32, [], 1.5);
        Check(tf.constant(3), tf.int32, [], 3);
        Check(tf.constant(3L), tf.int64, [], 3);
        Check(tf.constant((byte)3), tf.uint8, [], 3);
        Check(tf.constant(true), tf.@bool, [], 1);
        Check(tf.constant(new[,,,] { { { { 1.0 }, { 2.0 } } } }), tf.float64, [1, 1, 2, 1], 1, 2);
        Check(tf.constant(new[] { 1, 2 }, tf.float32), tf.float32, [2], 1, 2);
        Check(tf.constant(new[] { 1, 2, 3, 4 }, shape: (2, 2)), tf.int32, [2, 2], 1, 2, 3, 4);
        Check(tf.constant(7, tf.float32, (2, 2)), tf.float32, [2, 2], 7, 7, 7, 7);
        Check(tf.constant(new Shape(2, 3)), tf.int64, [2], 2, 3);
        Check(tf.convert_to_tensor(new Tensor[] { 1f, 2f }), tf.float32, [2], 1, 2);
        Check(tf.convert_to_tensor(tf.Variable(5f)), tf.float32, [], 5);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.constant("text")).Message, "not of String");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.constant(new[] { 1, 2 }, shape: 3)).Message,
            "do not fit (3,)");
    }

    [TestMethod]
    public void ANumberBesideATensorTakesItsType()
    {
        Tensor x = new[] { 1f, -2f };
        Check(tf.maximum(x, 0), tf.float32, [2], 1, 0);
        Check(tf.sub(1, x), tf.float32, [2], 0, 3);
        Check(tf.pow(x, 2), tf.float32, [2], 1, 4);
        Check(tf.greater(x, 0), tf.@bool, [2], 1, 0);
        Check(tf.clip_by_value(x, -1, 0.5), tf.float32, [2], 0.5, -1);
        Check(tf.multiply(tf.Variable(x), 3), tf.float32, [2], 3, -6);
        Check(tf.add(2, 3), tf.int32, [], 5);
        Check(tf.where(x > 0, x, 0), tf.float32, [2], 1, 0);
        Check(tf.equal(tf.argmax(tf.constant(new[,] { { 1, 2 }, { 4, 3 } })), new[] { 1L, 0L }), tf.@bool, [2], 1, 1);
    }

    [TestMethod]
    public void ShapesAndPartsAreHandedOn()
    {
        var x = tf.reshape(tf.range(6), (2, 3));
        Check(tf.shape(x), tf.int32, [2], 2, 3);
        Check(tf.size(x), tf.int32, [], 6);
        Check(tf.rank(x), tf.int32, [], 2);
        Check(tf.slice(x, new[] { 0, 1 }, new[] { -1, 1 }), tf.int32, [2, 1], 1, 4);
        Check(tf.transpose(x), tf.int32, [3, 2], 0, 3, 1, 4, 2, 5);
        Check(tf.tile(x, (1, 2))[0], tf.int32, [6], 0, 1, 2, 0, 1, 2);
        Check(tf.concat([x, x], 0)[3], tf.int32, [3], 3, 4, 5);
        Check(tf.stack([x, x], -1)[1, 2], tf.int32, [2], 5, 5);
        Check(tf.unstack(x, 3, axis: 1)[2], tf.int32, [2], 2, 5);
        Check(tf.split(x, 3, axis: 1)[1], tf.int32, [2, 1], 1, 4);
        Check(tf.split(x, [1, 2], axis: 1)[1], tf.int32, [2, 2], 1, 2, 4, 5);
        Check(tf.squeeze(tf.expand_dims(x, 0)), tf.int32, [2, 3], 0, 1, 2, 3, 4, 5);
        Check(tf.gather(x, new[] { 1 }), tf.int32, [1, 3], 3, 4, 5);
        Check(tf.pad(x, new[,] { { 0, 1 }, { 0, 0 } }, constant_values: 9)[2], tf.int32, [3], 9, 9, 9);
        Check(tf.fill((1, 2), 3.5f), tf.float32, [1, 2], 3.5, 3.5);
        Check(tf.broadcast_to(7, 2), tf.int32, [2], 7, 7);
        Check(tf.cast(tf.constant(2.9f), tf.int32), tf.int32, [], 2);
        Check(tf.add_n([x, x, x])[0], tf.int32, [3], 0, 3, 6);
        Check(tf.math.argmax(x), tf.int64, [2], 2, 2);
        Check(tf.one_hot(new[] { 1 }, 2), tf.float32, [1, 2], 0, 1);
    }

    [TestMethod]
    public void ReductionsTakeOneAxisOrSeveral()
    {
        var x = tf.reshape(tf.range(0f, 24f), (2, 3, 4));
        Check(tf.reduce_mean(x), tf.float32, [], 11.5);
        Check(tf.reduce_max(x, (1, 2)), tf.float32, [2], 11, 23);
        Check(tf.reduce_min(x, -1, keepdims: true)[1], tf.float32, [3, 1], 12, 16, 20);
        Check(tf.reduce_sum(x, new[] { 0, 2 }), tf.float32, [3], 60, 92, 124);
    }

    [TestMethod]
    public void AnIdentityIsOnTheTape()
    {
        Tensor x = 2f;
        using var tape = tf.GradientTape();
        tape.watch(x);
        Assert.AreEqual(4f, (float)tape.gradient(tf.square(tf.identity(x)), x));
    }

    [TestMethod]
    public void WhatDoesNotFitIsNamed()
    {
        var x = tf.zeros((2, 3));
        Assert.AreEqual(
            "unstack: axis 0 of the shape (2, 3) has size 2, not 3.",
            Assert.ThrowsExactly<ArgumentException>(() => tf.unstack(x, 3)).Message);
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.pad(x, new[] { 1, 1 })).Message,
            "pad: paddings need the shape (2, 2), a pair for each axis; they have (2,)");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.pad(x, new[,] { { 1, 1 }, { 1, 1 } }, "REFLECT")).Message,
            "the mode 'REFLECT' is not known");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.add_n([])).Message, "add_n: there are no tensors");
    }

    private static void Check(Tensor actual, TF_DataType dtype, long[] shape, params double[] values)
    {
        Assert.AreEqual((dtype, new Shape(shape)), (actual.dtype, actual.shape));
        CollectionAssert.AreEqual(values, tf.cast(actual, tf.float64).ToArray<double>());
    }
}
