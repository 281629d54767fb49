using Tensorflow.Devices.Cpu;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>A filter over pictures that become larger or smaller. FashionGan.Tests holds it against PyTorch's values.</summary>
[TestClass]
public class FirFilterTests
{
    private static readonly float[] s_uneven = [0.5f, -1, 2, 0.25f];

    [TestMethod]
    [DataRow(1, 1, 1, 2, 7, 5, 24)]
    [DataRow(2, 1, 2, 1, 4, 6, 1)]
    [DataRow(1, 2, 1, 1, 8, 6, 40)]
    [DataRow(3, 2, 4, 3, 5, 4, 3)]
    [DataRow(2, 1, -1, 0, 6, 6, 17)]
    [DataRow(1, 1, 6, 6, 2, 2, 2)]
    [DataRow(2, 2, 3, 1, 5, 3, 79)]
    public void ItIsWhatItsDefinitionSays(int up, int down, int before, int after, int height, int width, int channels)
    {
        var x = FiniteDifferences.Random((3, height, width, channels), 1);
        var values = x.ToArray<float>();
        var y = tf.image.upfirdn2d(x, s_uneven, up, down, (before, after));
        var (rows, columns) = (Out(height), Out(width));
        Assert.AreEqual((3, rows, columns, channels), y.shape);
        var found = y.ToArray<float>();
        for (var at = 0; at < found.Length; at++)
        {
            var (place, c) = Math.DivRem(at, channels);
            var (image, i, j) = (place / columns / rows, place / columns % rows, place % columns);
            var expected = 0d;
            for (var h = 0; h < height; h++)
                for (var w = 0; w < width; w++)
                    expected += Tap(h * up + before - i * down) * Tap(w * up + before - j * down)
                        * values[((image * height + h) * width + w) * channels + c];
            Assert.AreEqual(expected, found[at], 1e-5, $"{image}, {i}, {j}, {c}");
        }

        double Tap(int at) => at >= 0 && at < s_uneven.Length ? s_uneven[at] : 0;
        int Out(int size) => (size * up + before + after - s_uneven.Length) / down + 1;
    }

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(2, 1)]
    [DataRow(1, 2)]
    [DataRow(3, 2)]
    public void GradientsAreTheSlopes(int up, int down) => FiniteDifferences.Check($"{up} / {down}",
        v => tf.square(tf.image.upfirdn2d(v[0], s_uneven, up, down, (2, 1))), [FiniteDifferences.Random((2, 4, 6, 2), 2)]);

    [TestMethod]
    public void ThreadsDoNotChangeABit()
    {
        var x = FiniteDifferences.Random((9, 30, 26, 24), 3);
        var threads = Work.Threads;
        try
        {
            var results = new[] { 1, 2, 3, 4 }.Select(count =>
            {
                Work.Threads = count;
                return tf.image.upfirdn2d(x, s_uneven, 2, 1, (2, 1)).ToArray<float>();
            }).ToArray();
            foreach (var result in results)
                CollectionAssert.AreEqual(results[0], result);
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void ATapOfZeroIsNotTheLast()
    {
        var x = FiniteDifferences.Random((1, 1, 5, 40), 3);
        var (values, y) = (x.ToArray<float>(), tf.image.upfirdn2d(x, [1, 0, 1], 1, 1, (1, 1)).ToArray<float>());
        for (var i = 40; i < 160; i++)
            Assert.AreEqual(0, y[i], "the middle row of the filter is 0");
        y = tf.image.upfirdn2d(x, [1, 0, 1], 1, 1, (2, 0)).ToArray<float>();
        for (var i = 80; i < 200; i++)
            Assert.AreEqual(values[i - 80] + values[i], y[i], 1e-6f);
    }

    [TestMethod]
    public void NoPicturesGiveNone() =>
        Assert.AreEqual((0, 8, 8, 3), tf.image.upfirdn2d(Fill.Zeros((0, 4, 4, 3)), s_uneven, 2, 1, (2, 1)).shape);

    [TestMethod]
    public void WhatDoesNotFitIsNamed()
    {
        Throws("x is int32", tf.constant(new[] { 1, 2, 3, 4 }, shape: (1, 2, 2, 1)), s_uneven, 1);
        Throws("a filter has 2 to 8 taps", Fill.Zeros((1, 4, 4, 1)), [1], 1);
        Throws("the factors are 0 and 1", Fill.Zeros((1, 4, 4, 1)), s_uneven, 0);
        Throws("a filter of 4 taps does not fit", Fill.Zeros((1, 1, 1, 1)), s_uneven, 1);

        static void Throws(string words, Tensor x, float[] taps, int up) => StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.image.upfirdn2d(x, taps, up, 1, (0, 0))).Message, words);
    }
}
