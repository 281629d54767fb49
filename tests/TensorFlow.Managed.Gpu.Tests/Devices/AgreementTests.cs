using FashionGanTf.Augmentation;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Devices;

/// <summary>The card and the processor agree: on random numbers to the bit, on others within rounding.</summary>
[TestClass]
public class AgreementTests
{
    private static readonly DcganShape s_dcgan = new(PictureShape.FashionMnist, 6, [8, 6, 4], [4, 6], 0.3f);
    private static readonly StyleGanShape s_styles = new(PictureShape.FashionMnist, 6, [4, 4, 4], StyleSize: 4, MappingLayers: 1);

    [TestMethod]
    public void RandomNumbersAreTheSame()
    {
        var (onProcessor, onCard) = Both(() =>
        {
            tf.set_random_seed(5);
            return new[]
            {
                tf.random.uniform(1003).ToArray<float>(),
                tf.cast(tf.random.uniform(1003, minval: -9, maxval: 9, dtype: tf.int32), tf.float32).ToArray<float>(),
                tf.random.normal(1003).ToArray<float>(),
                tf.random.truncated_normal(1003).ToArray<float>(),
            };
        });
        CollectionAssert.AreEqual(onProcessor[0], onCard[0]);
        CollectionAssert.AreEqual(onProcessor[1], onCard[1]);
        for (var i = 2; i < 4; i++)
            Near.AreEqual(ToDouble(onProcessor[i]), ToDouble(onCard[i]), $"draw {i}", 1e-6);
    }

    [TestMethod]
    public void PicturesChangeTheSame()
    {
        var (onProcessor, onCard) = Both(() =>
        {
            tf.set_random_seed(6);
            var x = tf.random.uniform((7, 12, 9, 3), -1, 1);
            return DiffAugment.Parse("color,translation,cutout", -1, 0, 1).Apply(x).ToArray<float>();
        });
        Near.AreEqual(ToDouble(onProcessor), ToDouble(onCard), "pictures", Near.OneOperation);
    }

    /// <summary>Steps of a small GAN with label noise and an average, with dropout or with noise, mixed styles and a penalty: losses,
    /// weights and moving statistics.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void TrainingStepsAreTheSame(bool styles)
    {
        var (onProcessor, onCard) = Both(() => styles ? Train(s_styles, steps: 1, [new R1(1)]) : Train(s_dcgan, steps: 3));
        Near.AreEqual(ToDouble(onProcessor.Losses), ToDouble(onCard.Losses), "losses", 1e-4);
        // The root mean square of the difference is below a tenth of a step: Adam moves single weights by how their gradients round.
        var meanSquare = onProcessor.Weights.Zip(onCard.Weights, (a, b) => Math.Pow(a - b, 2)).Average();
        Assert.IsLessThanOrEqualTo(2e-5, Math.Sqrt(meanSquare));
    }

    [TestMethod]
    public void TheSameSeedGivesTheSameBitsTwice()
    {
        var (first, second) = (Train(s_dcgan, steps: 2), Train(s_dcgan, steps: 2));
        CollectionAssert.AreEqual(first.Losses, second.Losses);
        CollectionAssert.AreEqual(first.Weights, second.Weights);
    }

    /// <summary>What maps noise and what draws styles.</summary>
    [TestMethod]
    public void StylesAreDrawnTheSame()
    {
        var (onProcessor, onCard) = Both(() =>
        {
            tf.set_random_seed(4);
            var manner = new Manner(Psi: 0.7, NoiseSeed: 3);
            return new FashionGan(s_styles).Draw([Recipe.Parse("walk(7.3,mix(8.0,9.0,2),0.5)")], manner)[0].Pixels;
        });
        foreach (var (one, other) in onProcessor.Zip(onCard))
            Assert.AreEqual(one, other, 1);
    }

    /// <summary>More axes than a kernel walks at once.</summary>
    [TestMethod]
    public void TensorsOfManyAxesAreWalked()
    {
        var (onProcessor, onCard) = Both(() =>
        {
            var x = tf.reshape(tf.range(3 * 256), new Shape(3, 2, 2, 2, 2, 2, 2, 2, 2));
            var turned = tf.transpose(x, new[] { 8, 6, 4, 2, 0, 1, 3, 5, 7 });
            var other = tf.reshape(tf.range(16), new Shape(2, 1, 2, 1, 1, 2, 1, 2, 1));
            return (turned + other).ToArray<int>();
        });
        CollectionAssert.AreEqual(onProcessor, onCard);
    }

    private static (float[] Losses, float[] Weights) Train(NetworkShape shape, int steps, IReadOnlyList<IPenalty>? penalties = null)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(shape);
        gan.compile(
            keras.optimizers.Adam(2e-4f, 0.5f), keras.optimizers.Adam(2e-4f, 0.5f),
            new NonSaturating(keras.losses.BinaryCrossentropy(from_logits: true), 0.1f, 0.1f), penalties, ema_momentum: 0.9f);
        var losses = new List<float>();
        for (var step = 0; step < steps; step++)
        {
            gan.train_step(tf.random.uniform((4, 28, 28, 1), -1, 1), null);
            losses.AddRange([gan.LastLosses.Discriminator, gan.LastLosses.Generator]);
        }

        var weights = gan.Generator.Weights.Concat(gan.Discriminator.Weights).SelectMany(weight => weight.numpy().ToArray<float>());
        return ([.. losses], [.. weights]);
    }

    private static (T OnProcessor, T OnCard) Both<T>(Func<T> compute)
    {
        using (tf.device("cpu"))
            return (compute(), OnCard());

        T OnCard()
        {
            using (new Tensorflow.Devices.DeviceScope(TestedCard.Device))
                return compute();
        }
    }

    private static double[] ToDouble(float[] values) => Array.ConvertAll(values, value => (double)value);
}
