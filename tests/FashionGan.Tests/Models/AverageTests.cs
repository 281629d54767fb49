using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>The moving average of the generator's weights, and the statistics made anew for it.</summary>
[TestClass]
public class AverageTests
{
    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 8, [12, 8, 4], [4, 8], 0.3f);

    [TestMethod]
    public void TheAverageIsThatOfEachStepsWeights()
    {
        const float momentum = 0.6f;
        var gan = Compiled(momentum);
        var expected = Weights(gan.Generator);
        for (var step = 1; step <= 12; step++)
        {
            gan.train_step(Pictures(step), null);
            var kept = Math.Min(0.6, (1.0 + step) / (10.0 + step));
            var raw = Weights(gan.Generator);
            for (var i = 0; i < expected.Length; i++)
                expected[i] = kept * expected[i] + (1 - kept) * raw[i];
        }

        var averaged = Weights(gan.AveragedGenerator!);
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], averaged[i], 1e-6 * largest, $"weight {i}");
        Assert.IsGreaterThan(1e-4, Weights(gan.Generator).Zip(averaged, (a, b) => Math.Abs(a - b)).Max(), "the raw ones are others");
    }

    [TestMethod]
    public void TrainingGoesTheSameWayWithAnAverageAsWithout()
    {
        var (plain, averaging) = (Train(0), Train(0.9f));
        Assert.IsNull(plain.AveragedGenerator);
        CollectionAssert.AreEqual(Weights(plain.Generator), Weights(averaging.Generator));
        CollectionAssert.AreEqual(Weights(plain.Discriminator), Weights(averaging.Discriminator));

        static FashionGan Train(float momentum)
        {
            var gan = Compiled(momentum);
            for (var step = 0; step < 4; step++)
            {
                gan.train_step(Pictures(step), null);
                gan.Generate(1, seed: 1);
            }

            return gan;
        }
    }

    [TestMethod]
    public void TheAverageDrawsAndIsSaved()
    {
        var gan = Compiled(0.9f);
        gan.train_step(Pictures(1), null);
        gan.train_step(Pictures(2), null);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "generator.safetensors");
        gan.Save(path);
        var loaded = new FashionGan(s_shape);
        loaded.Generator.load_weights(path);
        CollectionAssert.AreEqual(Weights(gan.AveragedGenerator!), Weights(loaded.Generator));
        CollectionAssert.AreEqual(gan.Generate(1, seed: 3)[0].Pixels, loaded.Generate(1, seed: 3)[0].Pixels);
        var before = gan.Generate(1, seed: 3)[0].Pixels;
        gan.train_step(Pictures(3), null);
        CollectionAssert.AreNotEqual(before, gan.Generate(1, seed: 3)[0].Pixels, "another step has another average");
    }

    [TestMethod]
    public void WhoeverGotTheAverageKeepsIt()
    {
        var gan = Compiled(0.9f);
        gan.train_step(Pictures(1), null);
        gan.Generate(1, seed: 3);
        var kept = gan.AveragedGenerator!;
        var weights = Weights(kept);
        gan.train_step(Pictures(2), null);
        gan.Generate(1, seed: 3);
        CollectionAssert.AreEqual(weights, Weights(kept), "another one draws meanwhile");
        Assert.AreNotSame(kept, gan.AveragedGenerator);
    }

    [TestMethod]
    public void OneThatHasDrawnIsUsedAgainAndDrawsAsANewOne()
    {
        CollectionAssert.AreEqual(Drawn(isAlwaysDrawn: false), Drawn(isAlwaysDrawn: true));

        static byte[] Drawn(bool isAlwaysDrawn)
        {
            var gan = Compiled(0.9f);
            for (var step = 1; step < 5; step++)
            {
                gan.train_step(Pictures(step), null);
                if (isAlwaysDrawn)
                    gan.Generate(1, seed: 3);
            }

            return gan.Generate(1, seed: 3)[0].Pixels;
        }
    }

    /// <summary>The first layer's statistics, in double, from the noise and the kernel.</summary>
    [TestMethod]
    public void StatisticsAreThoseOfTheBatches()
    {
        var gan = Compiled(0.9f);
        for (var step = 0; step < 3; step++)
            gan.train_step(Pictures(step), null);
        var layers = gan.AveragedGenerator!.Layers;
        var kernel = ((Dense)layers.First(layer => layer is Dense)).Weights[0].numpy();
        var normalization = (BatchNormalization)layers.First(layer => layer is BatchNormalization);
        int channels = (int)kernel.shape[1], batches = 32, size = 64;
        var weights = kernel.ToArray<float>();
        double[] mean = new double[channels], variance = new double[channels];
        for (var batch = 0; batch < batches; batch++)
        {
            var noise = LatentNoise.Of(-1, batch * size, size, s_shape.LatentDim).ToArray<float>();
            for (var channel = 0; channel < channels; channel++)
            {
                var outputs = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, s_shape.LatentDim)
                    .Sum(k => (double)noise[i * s_shape.LatentDim + k] * weights[k * channels + channel])).ToArray();
                var average = outputs.Average();
                mean[channel] += average / batches;
                variance[channel] += outputs.Average(value => (value - average) * (value - average)) / batches;
            }
        }

        var statistics = normalization.NonTrainableWeights;
        foreach (var (expected, actual) in new[] { (mean, statistics[0]), (variance, statistics[1]) })
        {
            var values = actual.numpy().ToArray<float>();
            var scale = expected.Max(Math.Abs);
            for (var channel = 0; channel < channels; channel++)
                Assert.AreEqual(expected[channel], values[channel], 1e-5 * scale, $"{actual.Name}, channel {channel}");
        }
    }

    [TestMethod]
    public void AMomentumOfOneIsRefused()
    {
        var gan = new FashionGan(s_shape);
        foreach (var momentum in new[] { 1f, -0.1f, float.NaN })
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Compile(gan, momentum)).Message, "ema_momentum");
    }

    private static FashionGan Compiled(float momentum)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(s_shape);
        Compile(gan, momentum);
        return gan;
    }

    private static void Compile(FashionGan gan, float momentum) =>
        gan.compile(keras.optimizers.Adam(0.01f, 0.5f), keras.optimizers.Adam(0.01f, 0.5f),
            keras.losses.BinaryCrossentropy(from_logits: true), ema_momentum: momentum);

    private static Tensor Pictures(int step) => tf.random.Generator.from_key_counter((ulong)step, 7).normal((4, 28, 28, 1));

    private static double[] Weights(Model model) =>
        [.. model.TrainableVariables.SelectMany(variable => variable.numpy().ToArray<float>()).Select(value => (double)value)];
}
