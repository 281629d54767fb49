using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Functions of bits against C#'s operators.</summary>
[TestClass]
public class BitwiseTests
{
    [TestMethod]
    public void BitsAreThoseOfTheNumbers()
    {
        Tensor x = tf.constant(new[,] { { 0, 5, 3 }, { -14, int.MaxValue, 6 } }), y = tf.constant(new[] { 5, -2, 7 });
        Check<int>([0, 4, 3, 0, int.MaxValue - 1, 6], tf.bitwise.bitwise_and(x, y));
        Check<int>([5, -1, 7, -9, -1, 7], tf.bitwise.bitwise_or(x, y));
        Check<int>([5, -5, 4, -9, int.MinValue + 1, 1], tf.bitwise.bitwise_xor(x, y));
        Check<int>([-1, -6, -4, 13, int.MinValue, -7], tf.bitwise.invert(x));
        Check<byte>([255, 250, 0], tf.bitwise.invert(tf.constant(new byte[] { 0, 5, 255 })));
        Check<long>([1L << 40, 3], tf.bitwise.bitwise_xor(tf.constant(new[] { (1L << 40) + 1, 2 }), tf.constant(1L)));
    }

    [TestMethod]
    public void ShiftsGoAsFarAsTheNumberHasBits()
    {
        Tensor x = tf.constant(new[] { -1, 64, 101, 1 }), places = tf.constant(new[] { 5, -3, 2, 40 });
        Check<int>([-32, 64, 404, int.MinValue], tf.bitwise.left_shift(x, places));
        Check<int>([-1, 64, 25, 0], tf.bitwise.right_shift(x, places));
        Check<long>([1L << 40, -1L], tf.bitwise.left_shift(tf.constant(new[] { 1L, -1 }), tf.constant(new[] { 40L, -1 })));
        Check<byte>([128, 4], tf.bitwise.left_shift(tf.constant(new byte[] { 1, 1 }), tf.constant(new byte[] { 200, 2 })));
    }

    [TestMethod]
    public void WhatHasNoBitsIsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.bitwise.invert(tf.ones(2))).Message, "not of float32");
        Assert.ThrowsExactly<ArgumentException>(() => tf.bitwise.bitwise_or(tf.constant(1), tf.constant(1L)));
    }

    private static void Check<T>(T[] expected, Tensor actual) where T : unmanaged =>
        CollectionAssert.AreEqual(expected, actual.ToArray<T>());
}
