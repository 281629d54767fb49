using Tensorflow.Devices.Cpu;
using Tensorflow.Devices.Cpu.Stages;
using Tensorflow.Operations;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Devices;

/// <summary>Elements that are made when they are asked for are those that are made at once,
/// bit for bit, and hold what they need, no longer.</summary>
[TestClass]
public class DeferredTests
{
    private readonly long _threshold = Stage.Threshold;

    [TestCleanup]
    public void SetBack() => Stage.Threshold = _threshold;

    [TestMethod]
    public void LayersGiveTheSameBits()
    {
        foreach (var (height, channels) in new[] { (9, 1), (5, 3), (8, 13), (7, 64), (2, 2100) })
        {
            var (atOnce, deferred) = (Run(long.MaxValue), Run(1));
            for (var i = 0; i < atOnce.Length; i++)
                CollectionAssert.AreEqual(atOnce[i], deferred[i], $"{height}, {channels}: result {i}");

            float[][] Run(long threshold)
            {
                Stage.Threshold = threshold;
                var x = FiniteDifferences.Random((6, height, 7, channels), 1);
                Tensor bias = FiniteDifferences.Random(channels, 2), gamma = FiniteDifferences.Random(channels, 3),
                    beta = FiniteDifferences.Random(channels, 4);
                Tensor[] sources = [x, bias, gamma, beta];
                using var tape = tf.GradientTape();
                foreach (var source in sources)
                    tape.watch(source);
                var hidden = Dropout.Apply(LeakyRelu.Apply(x + bias, 0.3f), 0.4f, new RandomGenerator(5));
                var (normalized, mean, variance) = BatchNormalization.Training(hidden, gamma, beta, 1e-3f);
                var y = LeakyRelu.Apply(Dropout.Apply(LeakyRelu.Apply(normalized, 0.2f) + bias, 0.2f, new RandomGenerator(6)), 0.1f);
                var dy = LeakyRelu.Apply(FiniteDifferences.Random(x.shape, 7), 0.5f);
                Tensor[] gradients = tape.gradient(y, sources, [dy]);
                var inference = LeakyRelu.Apply(BatchNormalization.Inference(y, gamma, beta, mean, variance, 1e-3f), 0.1f);
                return [.. new[] { y, mean, variance, inference, hidden }.Concat(gradients).Select(tensor => tensor.ToArray<float>())];
            }
        }
    }

    /// <summary>Rows for each picture, as a conditional normalisation has them, and such for each element of a chain.</summary>
    [TestMethod]
    public void RowsOfPicturesGiveTheSameBits()
    {
        foreach (var (side, channels) in new[] { (1, 1), (1, 2500), (3, 1), (3, 13), (7, 128), (2, 1037) })
        {
            var (atOnce, deferred) = (Run(long.MaxValue), Run(1));
            for (var i = 0; i < atOnce.Length; i++)
                CollectionAssert.AreEqual(atOnce[i], deferred[i], $"{side}, {channels}: result {i}");

            float[][] Run(long threshold)
            {
                Stage.Threshold = threshold;
                Tensor x = FiniteDifferences.Random((5, side, side, channels), 1), scale = FiniteDifferences.Random((5, 1, 1, channels), 2),
                    shift = FiniteDifferences.Random((5, 1, 1, channels), 3), other = FiniteDifferences.Random(x.shape, 4);
                Tensor[] sources = [x, scale, shift, other];
                using var tape = tf.GradientTape();
                foreach (var source in sources)
                    tape.watch(source);
                var hidden = LeakyRelu.Apply(x, 0.3f) * scale + shift;
                var y = LeakyRelu.Apply(LeakyRelu.Apply(hidden, 0.2f) * other + other, 0.1f);
                var plain = new float[x.size];
                var (a, s, t, o) = (x.ToArray<float>(), scale.ToArray<float>(), shift.ToArray<float>(), other.ToArray<float>());
                for (var i = 0; i < plain.Length; i++)
                {
                    var at = i / (side * side * channels) * channels + i % channels;
                    var inner = Leaky(a[i], 0.3f) * s[at];
                    inner += t[at];
                    inner = Leaky(inner, 0.2f) * o[i];
                    inner += o[i];
                    plain[i] = Leaky(inner, 0.1f);
                }

                CollectionAssert.AreEqual(plain, y.ToArray<float>(), $"{side}, {channels}: the plain loop");
                return [.. new[] { y, hidden }.Concat(tape.gradient(y, sources)).Select(tensor => tensor.ToArray<float>())];
            }
        }
    }

    /// <summary>Sums and products with one number, with one for each row, and with a whole block that is deferred, too.</summary>
    [TestMethod]
    public void SumsAndProductsGiveTheSameBits()
    {
        foreach (var (side, channels) in new[] { (1, 2), (1, 2500), (3, 3), (7, 128), (2, 1037) })
        {
            var (atOnce, deferred) = (Run(long.MaxValue), Run(1));
            for (var i = 0; i < atOnce.Length; i++)
                CollectionAssert.AreEqual(atOnce[i], deferred[i], $"{side}, {channels}: result {i}");

            float[][] Run(long threshold)
            {
                Stage.Threshold = threshold;
                Tensor x = FiniteDifferences.Random((5, side, side, channels), 1), noise = FiniteDifferences.Random((5, side, side, 1), 2),
                    number = FiniteDifferences.Random(1, 3), other = FiniteDifferences.Random(x.shape, 4);
                Tensor[] sources = [x, noise, number, other];
                using var tape = tf.GradientTape();
                foreach (var source in sources)
                    tape.watch(source);
                var hidden = number * (LeakyRelu.Apply(x, 0.3f) + noise) + number;
                var y = (hidden * noise + LeakyRelu.Apply(other, 0.5f)) * hidden;
                var plain = new float[x.size];
                var (a, n, s, o) = (x.ToArray<float>(), noise.ToArray<float>(), number.ToArray<float>()[0], other.ToArray<float>());
                for (var i = 0; i < plain.Length; i++)
                {
                    var inner = Leaky(a[i], 0.3f) + n[i / channels];
                    inner *= s;
                    inner += s;
                    var product = inner * n[i / channels];
                    plain[i] = (product + Leaky(o[i], 0.5f)) * inner;
                }

                CollectionAssert.AreEqual(plain, y.ToArray<float>(), $"{side}, {channels}: the plain loop");
                return [.. new[] { y, hidden }.Concat(tape.gradient(y, sources)).Select(tensor => tensor.ToArray<float>())];
            }
        }
    }

    [TestMethod]
    public void AReaderGetsWhatTheMemoryHolds()
    {
        Stage.Threshold = 1;
        using var noise = FiniteDifferences.Random((11, 1037), 1);
        using var bias = FiniteDifferences.Random(1037, 2);
        using var x = LeakyRelu.Apply(noise + bias, 0.2f);
        var (pulled, again, room) = (new float[x.size], new float[x.size], new float[5000]);
        using (var elements = Elements.Of(x.Storage))
        {
            Pull(elements, pulled);
            Assert.AreEqual(0, x.Storage.Settled, "reading settles nothing");
            var values = x.ToArray<float>();
            CollectionAssert.AreEqual(values, pulled);
            Pull(elements, again);
            CollectionAssert.AreEqual(values, again, "settled while a reader was open");
        }

        unsafe void Pull(Elements elements, float[] target)
        {
            fixed (float* pinned = room)
                for (var start = 0; start < target.Length; start += 4999)
                {
                    var length = Math.Min(4999, target.Length - start);
                    new ReadOnlySpan<float>(elements.Read(start, length, pinned), length).CopyTo(target.AsSpan(start));
                }
        }
    }

    [TestMethod]
    public void ASumMakesTheElementsOnItsWay()
    {
        foreach (Shape shape in new Shape[] { (700, 3), (5000, 17), (40, 4, 64), (30, 2500) })
        {
            Stage.Threshold = 1;
            using var x = FiniteDifferences.Random(shape, 1);
            using var y = LeakyRelu.Apply(x, 0.2f);
            var sum = ReduceSum.Apply(y, [.. Enumerable.Range(0, shape.ndim - 1)]).ToArray<float>();
            Assert.AreNotEqual(0, y.Storage.Settled);
            var (values, columns) = (y.ToArray<float>(), (int)shape[-1]);
            CollectionAssert.AreEqual(Array.ConvertAll(x.ToArray<float>(), v => v > 0 ? v : v * 0.2f), values);
            var expected = new double[columns];
            for (var i = 0; i < values.Length; i++)
                expected[i % columns] += values[i];
            for (var c = 0; c < columns; c++)
                Assert.AreEqual(expected[c], sum[c], 2e-5 * Math.Sqrt(values.Length / columns), $"{shape}, column {c}");
        }
    }

    /// <summary>Sums over each picture, the gradient of what scales its maps: the product stays unmade.</summary>
    [TestMethod]
    public void SumsOfPicturesReadOnTheirWay()
    {
        foreach (var (side, channels) in new[] { (7, 3), (40, 3), (28, 32), (65, 9), (2, 2500) })
        {
            Stage.Threshold = 1;
            using var x = FiniteDifferences.Random((5, side, side, channels), 1);
            using var square = x * x;
            float[] sums = Sums(ReduceSum.Apply(square, [1, 2])), means = Sums(ReduceMean.Apply(square, [1, 2]));
            Assert.AreEqual(side * side * channels < 4096, square.Storage.Settled != 0, "A small one is not worth it.");
            var (values, pixels) = (square.ToArray<float>(), side * side);
            for (var at = 0; at < sums.Length; at++)
            {
                var (picture, c) = Math.DivRem(at, channels);
                var expected = Enumerable.Range(picture * pixels, pixels).Sum(pixel => (double)values[pixel * channels + c]);
                Assert.AreEqual(expected, sums[at], 1e-6 * expected, $"{side}, {channels}: {at}");
                Assert.AreEqual(expected / pixels, means[at], 1e-6 * expected / pixels, $"{side}, {channels}: mean {at}");
            }

            CollectionAssert.AreEqual(sums, Sums(ReduceSum.Apply(square, [1, 2])), "of elements that are there");
        }

        float[] Sums(Tensor tensor)
        {
            using (tensor)
                return tensor.ToArray<float>();
        }
    }

    /// <summary>Pictures whose elements are made as the filter reads them, and too few pictures for that.</summary>
    [TestMethod]
    [DataRow(19, 30, 26, 24, 1, 1)]
    [DataRow(19, 30, 26, 24, 1, 2)]
    [DataRow(9, 60, 61, 16, 2, 1)]
    [DataRow(2, 60, 61, 16, 2, 1)]
    public void AFilterMakesThePicturesThatItReads(int count, int height, int width, int channels, int up, int down)
    {
        var x = FiniteDifferences.Random((count, height, width, channels), 3);
        var (there, deferred) = (LeakyRelu.Apply(x, 0.2f), LeakyRelu.Apply(x, 0.2f));
        var values = there.ToArray<float>();
        Assert.AreEqual(0, deferred.Storage.Settled);
        CollectionAssert.AreEqual(Filtered(there), Filtered(deferred));
        Assert.AreNotEqual(0, deferred.Storage.Settled, "What it read is there for others.");
        CollectionAssert.AreEqual(values, deferred.ToArray<float>());

        float[] Filtered(Tensor pictures) => tf.image.upfirdn2d(pictures, [0.5f, -1, 2, 0.25f], up, down, (2, 1)).ToArray<float>();
    }

    [TestMethod]
    public void WhatIsNeverReadIsNeverMade()
    {
        Stage.Threshold = 1;
        using var x = Unshared(100);
        var y = LeakyRelu.Apply(x, 0.2f);
        Assert.AreEqual(0, y.Storage.Settled);
        Assert.IsTrue(x.Storage.IsShared, "its input is held");
        y.Dispose();
        Assert.IsFalse(x.Storage.IsShared, "and let go of");
    }

    [TestMethod]
    public void InputsOutliveTheirTensors()
    {
        Stage.Threshold = 1;
        float[] values;
        Tensor y;
        using (var x = FiniteDifferences.Random(1000, 1))
        {
            values = x.ToArray<float>();
            using var between = LeakyRelu.Apply(x, 0.5f);
            y = LeakyRelu.Apply(between, 0.5f);
        }

        using var other = Fill.Zeros(1000);
        CollectionAssert.AreEqual(Array.ConvertAll(values, v => v > 0 ? v : v * 0.25f), y.ToArray<float>());
    }

    [TestMethod]
    public void AVariableThatChangesLaterDoesNotChangeTheResult()
    {
        Stage.Threshold = 1;
        var variable = new ResourceVariable(Fill.Ones(100));
        Tensor y;
        using (var value = variable.AsTensor())
            y = LeakyRelu.Apply(value, 0.5f);
        variable.assign(Fill.Zeros(100));
        Assert.AreEqual(100, y.ToArray<float>().Sum());
    }

    [TestMethod]
    public void WhatIsKeptHoldsNothingElse()
    {
        Stage.Threshold = 1;
        using var x = Unshared(100);
        Tensor kept;
        using (var scope = TensorScope.Begin())
            kept = scope.Keep(LeakyRelu.Apply(x, 0.2f));
        Assert.AreNotEqual(0, kept.Storage.Settled);
        var array = LeakyRelu.Apply(x, 0.2f).numpy();
        Assert.IsFalse(x.Storage.IsShared);
        CollectionAssert.AreEqual(kept.ToArray<float>(), array.ToArray<float>());
    }

    [TestMethod]
    public void LongChainsAreCut()
    {
        Stage.Threshold = 1;
        using var x = FiniteDifferences.Random(100, 1, 1, 2);
        var y = x;
        for (var i = 0; i < 50; i++)
            y = LeakyRelu.Gradient(y, y, 0.5f);
        // Each stage reads its input twice: without a cut this would not end.
        CollectionAssert.AreEqual(x.ToArray<float>(), y.ToArray<float>());
    }

    [TestMethod]
    public void ManyThreadsMayAskAtOnce()
    {
        Stage.Threshold = 1;
        using var x = FiniteDifferences.Random(300_000, 1);
        var expected = Array.ConvertAll(x.ToArray<float>(), v => v > 0 ? v : v * 0.2f * 0.2f);
        for (var round = 0; round < 20; round++)
        {
            using var between = LeakyRelu.Apply(x, 0.2f);
            using var y = LeakyRelu.Apply(between, 0.2f);
            var results = new float[4][];
            var threads = Enumerable.Range(0, 4)
                .Select(i => new Thread(() => results[i] = (i % 2 == 0 ? y : LeakyRelu.Apply(between, 0.2f)).ToArray<float>())).ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();
            foreach (var result in results)
                CollectionAssert.AreEqual(expected, result);
        }
    }

    [TestMethod]
    public void ForgottenChainsGiveTheirMemoryBack()
    {
        Stage.Threshold = 1;
        using var x = Unshared(1 << 20);
        Forget(100);
        var before = Tensor.Device.BytesTaken;
        for (var round = 0; round < 5; round++)
            Forget(100);
        Assert.IsLessThan(before + (64L << 20), Tensor.Device.BytesTaken);
        Assert.IsFalse(x.Storage.IsShared);

        void Forget(int count)
        {
            for (var i = 0; i < count; i++)
                LeakyRelu.Apply(LeakyRelu.Apply(x, 0.2f) + Fill.Ones(1 << 20), 0.3f);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [TestMethod]
    public void ATrainStepGivesTheSameBits()
    {
        CollectionAssert.AreEqual(Run(long.MaxValue), Run(1));

        static float[] Run(long threshold)
        {
            Stage.Threshold = threshold;
            tf.set_random_seed(3);
            var model = keras.Sequential([
                keras.layers.InputLayer((8, 8, 3)),
                keras.layers.Conv2D(20, (3, 3), padding: "same"),
                keras.layers.LeakyReLU(),
                keras.layers.Dropout(0.3f),
                keras.layers.Conv2D(12, (5, 5), (2, 2), padding: "same"),
                keras.layers.BatchNormalization(),
                keras.layers.LeakyReLU(),
                keras.layers.Flatten(),
                keras.layers.Dense(1),
            ]);
            model.compile(keras.optimizers.Adam(1e-3f), keras.losses.MeanSquaredError(), []);
            Tensor x = FiniteDifferences.Random((16, 8, 8, 3), 1), y = FiniteDifferences.Random((16, 1), 2);
            for (var step = 0; step < 3; step++)
                model.train_on_batch(x, y);
            return [.. model.Weights.SelectMany(weight => weight.numpy().ToArray<float>())];
        }
    }

    /// <summary>A tensor whose block no other one holds.</summary>
    private static Tensor Unshared(int count) => Tensor.From<float>(FiniteDifferences.Random(count, 1).ToArray<float>(), count);

    private static float Leaky(float x, float slope) => x > 0 ? x : slope * x;
}
