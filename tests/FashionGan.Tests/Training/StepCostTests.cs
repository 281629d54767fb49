using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using FashionGanTf.Training;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Training;

/// <summary>The arithmetic of a step, against counts made by hand.</summary>
[TestClass]
public class StepCostTests
{
    /// <summary>
    /// Three taps, one on each side: at both ends of three places one meets the padding. Five taps with a stride of 2 over 4, one tap
    /// before: of the two places, -1 to 3 and 1 to 5, the first lacks one and the second two.
    /// </summary>
    [TestMethod]
    [DataRow(3, 3, 3, 7)]
    [DataRow(4, 2, 5, 7)]
    [DataRow(5, 5, 1, 5)]
    [DataRow(2, 1, 2, 2)]
    [DataRow(7, 7, 5, 29)]
    [DataRow(14, 7, 5, 32)]
    [DataRow(28, 14, 5, 67)]
    public void TapsInThePaddingAreNotCounted(int larger, int smaller, int kernel, int pairs) =>
        Assert.AreEqual(pairs, StepCost.RealTaps(larger, smaller, kernel));

    /// <summary>
    /// One channel everywhere, two numbers of noise. Products of a pass, generator: 2 * 49, 29², 32², 67², sum 6,452; discriminator: 67²,
    /// 32², 49, sum 5,562. Four passes of the generator less one of its first layer, eight of the discriminator less two of its first.
    /// </summary>
    [TestMethod]
    public void AStepOfANarrowModel()
    {
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 2, [1, 1, 1], [1, 1], 0));
        Assert.AreEqual(2 * (4 * 6452 - 98 + 8 * 5562 - 2 * 4489), StepCost.UsefulFlop(gan, 1));
        Assert.AreEqual(3 * 2 * (4 * 6452 - 98 + 8 * 5562 - 2 * 4489), StepCost.UsefulFlop(gan, 3));
        Assert.AreEqual(2 * 6452, StepCost.UsefulFlopOfPicture(gan));
    }

    /// <summary>
    /// One channel everywhere but in the picture, which has three. Products of a pass, generator: 2 * 16, then 14², 17², 37², 77² and
    /// 3 * 157²; discriminator: 3 * 157², 77², 37², 17² and 16.
    /// </summary>
    [TestMethod]
    public void AStepOfPicturesOf64InColour()
    {
        var gan = new FashionGan(new DcganShape(new PictureShape(64, 3), 2, [1, 1, 1, 1, 1], [1, 1, 1, 1], 0));
        const int maps = 17 * 17 + 37 * 37 + 77 * 77 + 3 * 157 * 157;
        Assert.AreEqual(
            2 * (4 * (32 + 14 * 14 + maps) - 32 + 8 * (maps + 16) - 2 * 3 * 157 * 157), StepCost.UsefulFlop(gan, 1));
    }

    /// <summary>With padding a transposed convolution has 49 * 25, 49 * 25 and 196 * 25 products,
    /// a convolution 196 * 25 and 49 * 25.</summary>
    [TestMethod]
    public void WithPaddingEveryTapCounts()
    {
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 2, [1, 1, 1], [1, 1], 0));
        Assert.AreEqual(2 * (4 * (98 + 1225 + 1225 + 4900) - 98 + 8 * (4900 + 1225 + 49) - 2 * 4900), StepCost.Flop(gan, 1));
    }

    /// <summary>
    /// Passes of 841 * 256 * 128, twelve of 1,024 * 128 * 64, ten of 4,489 * 64, three of 100 * 12,544 and eight of 6,272 products: 55.7
    /// GFLOP in a step of 128.
    /// </summary>
    [TestMethod]
    public void AStepOfTheModelAtBatch128() =>
        Assert.AreEqual(
            256.0 * (4 * 841 * 256 * 128 + 12 * 1024 * 128 * 64 + 10 * 4489 * 64 + 3 * 100 * 12544 + 8 * 6272),
            StepCost.UsefulFlop(new FashionGan(), 128));

    /// <summary>The narrow model's discriminator has 5,562 products, 49 of them in its last layer.</summary>
    [TestMethod]
    public void PenaltiesAndALookAtRealPicturesCost()
    {
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 2, [1, 1, 1], [1, 1], 0));
        var plain = StepCost.UsefulFlop(gan, 1);
        gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), new RelativisticPaired());
        Assert.AreEqual(2 * 5562, StepCost.UsefulFlop(gan, 1) - plain);
        gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), new Hinge(), [new R1(1), new R2(1)], penalty_every: 4);
        Assert.AreEqual(2 * 2 * (3 * 5562 - 49) / 4.0, StepCost.UsefulFlop(gan, 1) - plain);
        gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), new Wasserstein(), [new GradientPenalty(10)]);
        Assert.AreEqual(2 * (4 * 5562 - 49), StepCost.UsefulFlop(gan, 1) - plain);
    }

    /// <summary>
    /// One channel everywhere. A block at 7, 14 and 28 pixels a side has two kernels of one tap and one of 3 x 3, whose taps meet the
    /// picture 19, 40 and 82 times a side; the 1 x 1 convolution beside the picture has 784 products, and one number of the basis needs
    /// two, as there are two of noise.
    /// </summary>
    [TestMethod]
    public void AStepOfANarrowResidualModel()
    {
        var gan = new FashionGan(new ResidualGanShape(PictureShape.FashionMnist, 2, [1, 1, 1], Expansion: 1));
        const int blocks = 2 * (49 + 196 + 784) + 19 * 19 + 40 * 40 + 82 * 82;
        Assert.AreEqual(
            2 * (4 * (2 + blocks + 784) - 2 + 8 * (784 + blocks + 1) - 2 * 784), StepCost.UsefulFlop(gan, 1));
    }

    /// <summary>
    /// One channel everywhere, w has one number, and one layer makes it of two of noise. A convolution's style takes one product more.
    /// Convolutions of 9 taps at 7, 14 and 28 pixels a side meet the picture 19, 40 and 82 times a side; where maps grow all 9 meet each of
    /// the smaller ones' places, in the generator as in the discriminator. The last of the discriminator's convolutions sees the batch's
    /// deviation as a second channel.
    /// </summary>
    [TestMethod]
    public void AStepOfANarrowStyleGan()
    {
        var gan = new FashionGan(new StyleGanShape(PictureShape.FashionMnist, 2, [1, 1, 1], StyleSize: 1, MappingLayers: 1));
        const int growing = 9 * (49 + 196), same = 40 * 40 + 82 * 82, pictures = 49 + 196 + 784;
        const int generator = 2 + 19 * 19 + growing + same + pictures + 8;
        const int discriminator = 784 + same + growing + 196 + 49 + 2 * 19 * 19 + 49 + 1;
        Assert.AreEqual(2 * (4 * generator - 2 + 8 * discriminator - 2 * 784), StepCost.UsefulFlop(gan, 1));
        Assert.AreEqual(2 * generator, StepCost.UsefulFlopOfPicture(gan));
    }

    /// <summary>Of 64 channels at 14 x 14: four convolutions to 8, 8 and 32 channels and back, and 196 places that see 49 each.</summary>
    [TestMethod]
    public void AttentionCosts()
    {
        const double attention = 196 * (64 * (8 + 8 + 32) + 32 * 64) + 196 * 49 * (8 + 32);
        Assert.AreEqual(2 * (4 + 8) * attention,
            StepCost.UsefulFlop(new FashionGan(attention: 14), 1) - StepCost.UsefulFlop(new FashionGan(), 1));
    }

    /// <summary>Its products of a matrix and a vector are not counted.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    public void SpectralNormalisationHidesNoLayer(int classes) => Assert.AreEqual(
        StepCost.UsefulFlop(new FashionGan(classes: classes), 1),
        StepCost.UsefulFlop(new FashionGan(classes: classes, spectral_normalization: true), 1));
}
