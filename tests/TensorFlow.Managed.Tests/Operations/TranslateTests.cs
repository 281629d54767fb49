using Tensorflow.Devices.Cpu;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Pictures moved by whole pixels against a plain loop.</summary>
[TestClass]
public class TranslateTests
{
    /// <summary>Within the pictures, along one axis, to their edge, past it, and as far as numbers go.</summary>
    private static readonly int[,] s_shifts =
    {
        { 0, 0 }, { 1, 0 }, { 0, 1 }, { -2, 3 }, { 4, -6 }, { -5, 0 }, { 0, 7 }, { 0, -7 }, { 5, 1 }, { int.MaxValue, 0 },
        { 0, int.MaxValue }, { int.MinValue, 0 }, { 0, int.MinValue }, { int.MaxValue, int.MinValue },
    };

    [TestMethod]
    [DataRow(1, false)]
    [DataRow(3, false)]
    [DataRow(3, true)]
    public void EveryTypeMovesAsAPlainLoopWould(int channels, bool fillOfChannels)
    {
        var (n, shape) = (s_shifts.GetLength(0), new Shape(s_shifts.GetLength(0), 5, 7, channels));
        int[] fill = fillOfChannels ? [101, 102, 103] : [101];
        foreach (var dtype in new[] { tf.float32, tf.float64, tf.int32, tf.int64, tf.uint8 })
        {
            var x = tf.cast(tf.reshape(tf.range((int)shape.size) % 97, shape), dtype);
            var y = tf.image.translate(x, tf.constant(s_shifts), fill);
            Assert.AreEqual(dtype, y.dtype);
            CollectionAssert.AreEqual(
                Expected(tf.cast(x, tf.int32).ToArray<int>(), s_shifts, fill, n, 5, 7, channels), tf.cast(y, tf.int32).ToArray<int>(),
                $"{dtype}");
        }
    }

    [TestMethod]
    public void LargeBatchesAreTheSameOnAnyNumberOfThreads()
    {
        // Some pieces of work, whose rows do not end with a picture's.
        var (n, h, w, c) = (11, 61, 67, 3);
        var shifts = new int[n, 2];
        for (var i = 0; i < n; i++)
            (shifts[i, 0], shifts[i, 1]) = (7 * i % 23 - 11, 5 * i % 19 - 9);
        var x = tf.reshape(tf.range(n * h * w * c), (n, h, w, c));
        var expected = Expected(x.ToArray<int>(), shifts, [-1, -2, -3], n, h, w, c);
        var threads = Work.Threads;
        try
        {
            foreach (var count in new[] { 1, 2, 3, 8 })
            {
                Work.Threads = count;
                CollectionAssert.AreEqual(
                    expected, tf.image.translate(x, tf.constant(shifts), new[] { -1, -2, -3 }).ToArray<int>(), $"{count} threads");
            }
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var (x, shifts) = (FiniteDifferences.Random((4, 3, 4, 2), 1), tf.constant(new[,] { { 1, -2 }, { 0, 3 }, { -1, 0 }, { 3, 0 } }));
        FiniteDifferences.Check("a fill of channels", values => tf.pow(tf.image.translate(values[0], shifts, values[1]), 3f),
            [x, FiniteDifferences.Random(2, 2)]);
        FiniteDifferences.Check("one fill", values => tf.pow(tf.image.translate(values[0], shifts, values[1]), 3f),
            [x, FiniteDifferences.Random(Shape.Scalar, 3)]);
    }

    [TestMethod]
    public void NoPicturesAreNone() =>
        Assert.AreEqual<Shape>((0, 3, 4, 1), tf.image.translate(tf.zeros((0, 3, 4, 1)), tf.zeros((0, 2), tf.int32), 0).shape);

    [TestMethod]
    public void WhatDoesNotFitIsRefused()
    {
        var (x, shifts) = (tf.zeros((2, 3, 4, 3)), tf.zeros((2, 2), tf.int32));
        Refused("pictures are (N, H, W, C)", () => tf.image.translate(x[0], shifts, 0));
        Refused("shifts are int32 and (2, 2)", () => tf.image.translate(x, shifts[0], 0));
        Refused("shifts are int32 and (2, 2)", () => tf.image.translate(x, tf.zeros((2, 2)), 0));
        Refused("one for each of the 3 channels", () => tf.image.translate(x, shifts, new[] { 0f, 1 }));
        Refused("need one type", () => tf.image.translate(x, shifts, tf.constant(1)));

        static void Refused(string why, Func<Tensor> action) =>
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(action).Message, why);
    }

    private static int[] Expected(int[] x, int[,] shifts, int[] fill, int n, int h, int w, int c)
    {
        var y = new int[x.Length];
        for (var at = 0; at < y.Length; at++)
        {
            var (channel, picture) = (at % c, at / c / w / h);
            long i = at / c / w % h + (long)shifts[picture, 0], j = at / c % w + (long)shifts[picture, 1];
            y[at] = i >= 0 && i < h && j >= 0 && j < w ? x[((picture * h + i) * w + j) * c + channel] : fill[channel % fill.Length];
        }

        return y;
    }
}
