using FashionGanTf.Augmentation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Augmentation;

[TestClass]
public class AdaptiveStrengthTests
{
    [TestMethod]
    [DataRow(0.5f, 1f, 0.5f + 64 / 500_000f, DisplayName = "all are taken for real")]
    [DataRow(0.5f, 0.81f, 0.5f + 64 / 500_000f, DisplayName = "a mean sign of 0.62")]
    [DataRow(0.5f, 0.79f, 0.5f - 64 / 500_000f, DisplayName = "a mean sign of 0.58")]
    [DataRow(0f, 0.5f, 0f, DisplayName = "not below 0")]
    [DataRow(1f, 1f, 1f, DisplayName = "not above 1")]
    public void ItFollowsTheShareOfRealPicturesThatAreTakenForReal(float before, float taken, float after)
    {
        var strength = new AdaptiveStrength(0.6f);
        Assert.AreEqual(0, (float)strength.Probability.AsTensor());
        strength.Probability.assign(tf.constant(before));
        strength.Adapt(tf.constant(taken), 64);
        Assert.AreEqual(after, (float)strength.Probability.AsTensor(), 1e-7);
    }

    [TestMethod]
    [DataRow(0f, 0, 0)]
    [DataRow(0.25f, 900, 1100)]
    [DataRow(1f, 4000, 4000)]
    public void EachChangeIsMadeToAShareOfThePictures(float probability, int least, int most)
    {
        tf.set_random_seed(5);
        var augment = DiffAugment.Parse("color").Adaptive(0.6f);
        augment.Strength!.Probability.assign(tf.constant(probability));
        var changed = augment.Apply(tf.zeros((4000, 2, 2, 1))).ToArray<float>().Chunk(4).Count(pixels => pixels.Any(pixel => pixel != 0));
        Assert.IsInRange(least, most, changed);
    }

    [TestMethod]
    public void AStepMovesItByItsPictures()
    {
        tf.set_random_seed(1);
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 8, [4, 4, 4], [4, 4], 0));
        gan.compile(
            keras.optimizers.Adam(0.01f), keras.optimizers.Adam(0), new Hinge(), augment: DiffAugment.Parse("translation").Adaptive(0.6f));
        var (last, risen) = (0f, 0);
        for (var step = 0; step < 40; step++)
        {
            gan.train_step(FiniteDifferences.Random((8, 28, 28, 1), step), null);
            var probability = (float)gan.AugmentStrength!.Probability.AsTensor();
            Assert.IsTrue(Math.Abs(Math.Abs(probability - last) - 8 / 500_000f) < 1e-8 || (last == 0 && probability == 0), $"{step}");
            risen += probability > last ? 1 : 0;
            last = probability;
        }

        Assert.IsGreaterThan(10, risen, "the discriminator soon tells noise from what an untrained generator draws");
    }
}
