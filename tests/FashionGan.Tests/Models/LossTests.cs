using FashionGanTf.Models;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>Losses have the signs and sizes that a GAN's have, and each player's step serves that player.</summary>
[TestClass]
public class LossTests
{
    private const int BatchSize = 32;

    [TestMethod]
    public void AnUntrainedGanLosesTwoLogTwoAndLogTwo()
    {
        var gan = Compiled();
        var logs = gan.train_step(RealImages(), null);
        Assert.AreEqual(2 * MathF.Log(2), logs["d_loss"], 0.15, "d_loss");
        Assert.AreEqual(MathF.Log(2), logs["g_loss"], 0.15, "g_loss");
        Assert.AreEqual(0.5, logs["d_real"], 0.1, "d_real");
        Assert.AreEqual(0.5, logs["d_fake"], 0.1, "d_fake");
    }

    [TestMethod]
    public void BothLossesStayPositive()
    {
        var gan = Compiled();
        var images = RealImages();
        for (var step = 0; step < 6; step++)
        {
            gan.reset_metrics();
            var logs = gan.train_step(images, null);
            Assert.IsTrue(logs["d_loss"] > 0 && logs["g_loss"] > 0 && float.IsFinite(logs["d_loss"] + logs["g_loss"]),
                $"step {step}: {string.Join(", ", logs)}");
            Assert.IsTrue(logs["d_real"] is > 0 and < 1 && logs["d_fake"] is > 0 and < 1, $"step {step}: {string.Join(", ", logs)}");
        }
    }

    [TestMethod]
    public void ADiscriminatorStepLowersItsLossOnItsBatch()
    {
        var gan = Compiled();
        var images = RealImages();
        var before = DiscriminatorLoss(gan, images);
        gan.discriminator_step(images);
        Assert.IsLessThan(before, DiscriminatorLoss(gan, images));
    }

    [TestMethod]
    public void AGeneratorStepLowersItsLossOnItsNoise()
    {
        var gan = Compiled();
        var before = GeneratorLoss(gan);
        gan.generator_step(RealImages());
        Assert.IsLessThan(before, GeneratorLoss(gan));
    }

    [TestMethod]
    public void AStepOfOnePlayerLeavesTheOtherOnesWeights()
    {
        var gan = Compiled();
        var (generator, discriminator) = (Values(gan.Generator.TrainableVariables), Values(gan.Discriminator.TrainableVariables));
        gan.discriminator_step(RealImages());
        CollectionAssert.AreEqual(
            generator, Values(gan.Generator.TrainableVariables), "the generator's weights after the discriminator's step");
        CollectionAssert.AreNotEqual(discriminator, Values(gan.Discriminator.TrainableVariables));
        discriminator = Values(gan.Discriminator.TrainableVariables);
        gan.generator_step(RealImages());
        CollectionAssert.AreEqual(discriminator, Values(gan.Discriminator.TrainableVariables),
            "the discriminator's weights after the generator's step");
        CollectionAssert.AreNotEqual(generator, Values(gan.Generator.TrainableVariables));
    }

    [TestMethod]
    public void SmoothingRaisesAConfidentDiscriminatorsLoss()
    {
        var images = RealImages();
        // With a logit of 10, a label of 0.9 costs 0.1 * 10 more than one of 1.
        Assert.AreEqual(ConfidentLoss(label_smoothing: 0) + 1, ConfidentLoss(label_smoothing: 0.1f), 0.05);

        float ConfidentLoss(float label_smoothing)
        {
            var gan = Compiled(label_smoothing);
            // A bias of 10 calls everything real, with near certainty; the labels of real pictures are then all that counts.
            gan.Discriminator.TrainableVariables[^1].assign(tf.ones(1) * 10);
            return gan.train_step(images, null)["d_loss"];
        }
    }

    [TestMethod]
    public void LabelsAreSmoothedAndNoisyTowardsTheOtherSide()
    {
        var loss = new ListeningLoss();
        var gan = Compiled(label_smoothing: 0.1f, label_noise: 0.2f, loss);
        gan.train_step(RealImages(), null);
        var (real, fake, drawn) = (loss.Labels[0], loss.Labels[1], loss.Labels[2]);
        Assert.IsTrue(real.All(label => label is > 0.7f and <= 0.9f), "labels of real pictures lie in (1 - s - a, 1 - s]");
        Assert.IsTrue(fake.All(label => label is >= 0 and < 0.2f), "labels of drawn pictures lie in [0, a)");
        Assert.IsGreaterThan(BatchSize / 2, real.Distinct().Count(), "each label has its own noise");
        Assert.IsTrue(drawn.All(label => label == 1), "the generator wants its pictures to be called real, without smoothing or noise");
    }

    [TestMethod]
    public void LabelsOutsideTheirRangeAreRefused()
    {
        foreach (var (smoothing, noise) in new[] { (-0.1f, 0f), (0f, -0.1f), (1f, 0f), (0.6f, 0.5f), (float.NaN, 0f) })
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Compiled(smoothing, noise));
            StringAssert.Contains(error.Message, "label_smoothing");
        }
    }

    /// <summary>Small networks without dropout and with one noise, so that the same loss can be computed again.</summary>
    private static FashionGan Compiled(float label_smoothing = 0, float label_noise = 0, ILossFunc? loss = null)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 16, [24, 16, 8], [8, 16], 0));
        var noise = tf.random.normal((BatchSize, 16));
        gan.Noise = _ => noise;
        gan.compile(
            keras.optimizers.Adam(1e-3f, 0.5f),
            keras.optimizers.Adam(1e-3f, 0.5f),
            loss ?? keras.losses.BinaryCrossentropy(from_logits: true),
            label_smoothing,
            label_noise);
        return gan;
    }

    private static Tensor RealImages() => PixelRange.FromPixels(Trajectory.RealBatch(0, 2));

    private static float DiscriminatorLoss(FashionGan gan, Tensor images)
    {
        var loss = keras.losses.BinaryCrossentropy(from_logits: true);
        Tensor fake = gan.Generator.Apply(gan.Noise!(BatchSize), training: true);
        Tensor real_output = gan.Discriminator.Apply(images, training: true), fake_output = gan.Discriminator.Apply(fake, training: true);
        return (float)(loss.Call(tf.ones_like(real_output), real_output) + loss.Call(tf.zeros_like(fake_output), fake_output));
    }

    private static float GeneratorLoss(FashionGan gan)
    {
        Tensor output = gan.Discriminator.Apply(gan.Generator.Apply(gan.Noise!(BatchSize), training: true), training: true);
        return (float)keras.losses.BinaryCrossentropy(from_logits: true).Call(tf.ones_like(output), output);
    }

    private static float[] Values(IEnumerable<IVariableV1> variables) =>
        [.. variables.SelectMany(variable => variable.numpy().ToArray<float>())];
}
