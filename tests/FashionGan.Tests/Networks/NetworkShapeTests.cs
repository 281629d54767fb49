using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>The networks for pictures of each size: how wide they are, and that what they draw and judge has the shape.</summary>
[TestClass]
public class NetworkShapeTests
{
    [TestMethod]
    [DataRow(28, 7, "256 128 64", "64 128")]
    [DataRow(32, 4, "512 256 128 64", "64 128 256")]
    [DataRow(56, 7, "512 256 128 64", "64 128 256")]
    [DataRow(64, 4, "512 512 256 128 64", "64 128 256 512")]
    [DataRow(112, 7, "512 512 256 128 64", "64 128 256 512")]
    [DataRow(128, 4, "512 512 512 256 128 64", "64 128 256 512 512")]
    public void WidthsDoubleWithEachHalvingOfTheSide(int size, int side, string generator, string discriminator)
    {
        var shape = DcganShape.Of(new PictureShape(size, 3), latentDim: 100);
        Assert.AreEqual(side, shape.Base);
        Assert.AreEqual(generator, string.Join(' ', shape.GeneratorFilters));
        Assert.AreEqual(discriminator, string.Join(' ', shape.DiscriminatorFilters));
        Assert.AreEqual(size, shape.Base << shape.Doublings);
    }

    /// <summary>Counted by hand: 64 x 64 in colour, 100 numbers of noise.</summary>
    [TestMethod]
    public void TheParametersOf64InColour()
    {
        var gan = new FashionGan(picture: new PictureShape(64, 3));
        Assert.AreEqual(
            100 * 8192 + 25 * (512 * 512 + 512 * 256 + 256 * 128 + 128 * 64 + 64 * 3) + 4 * (8192 + 512 + 256 + 128 + 64),
            gan.Generator.count_params());
        Assert.AreEqual(
            25 * (3 * 64 + 64 * 128 + 128 * 256 + 256 * 512) + 64 + 128 + 256 + 512 + 8192 + 1, gan.Discriminator.count_params());
    }

    [TestMethod]
    [DataRow(28, 3, 0)]
    [DataRow(32, 1, 0)]
    [DataRow(32, 3, 4)]
    [DataRow(56, 3, 0)]
    [DataRow(64, 1, 2)]
    [DataRow(112, 1, 0)]
    [DataRow(128, 3, 3)]
    public void PicturesAreDrawnAndJudged(int size, int channels, int classes)
    {
        var gan = new FashionGan(latent_dim: 5, classes, new PictureShape(size, channels));
        using var scope = TensorScope.Begin();
        Tensors With(Tensor x) => classes == 0 ? x : new Tensors(x, Condition.InTurn(0, 2, classes));
        var pictures = gan.Generator.Apply(With(tf.random.normal((2, 5))), training: true)[0];
        Assert.AreEqual(new Shape(2, size, size, channels), pictures.shape);
        Assert.AreEqual(new Shape(2, 1), gan.Discriminator.Apply(With(pictures), training: true)[0].shape);
        var drawn = gan.Generate(3, seed: 1);
        Assert.AreEqual((3, size, size, channels), (drawn.Length, drawn[0].Width, drawn[0].Height, drawn[0].Channels));
    }

    /// <summary>More than are drawn at once, and as many as one.</summary>
    [TestMethod]
    public void APictureDoesNotDependOnThoseBesideIt()
    {
        var gan = new FashionGan(latent_dim: 5, picture: new PictureShape(64, 3));
        var (many, one) = (gan.Generate(30, seed: 2), gan.Generate(1, seed: 2, first: 29)[0]);
        CollectionAssert.AreEqual(many[29].Pixels, one.Pixels);
    }

    [TestMethod]
    [DataRow(30, 1, "30 x 30 with 1 channel.")]
    [DataRow(16, 3, "16 x 16 with 3 channels.")]
    [DataRow(256, 3, "256 x 256 with 3 channels.")]
    [DataRow(64, 4, "64 x 64 with 4 channels.")]
    public void OtherPicturesAreRefused(int size, int channels, string which) => Assert.AreEqual(
        $"The networks are for pictures of 28, 32, 56, 64, 112 or 128 pixels a side, in gray or in colour; these are {which}",
        Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(picture: new PictureShape(size, channels))).Message);

    [TestMethod]
    [DataRow(28, 7, "14")]
    [DataRow(28, 28, "14")]
    [DataRow(56, 15, "14 or 28")]
    [DataRow(64, 4, "8, 16 or 32")]
    [DataRow(128, 128, "8, 16, 32 or 64")]
    public void AttentionFitsMapsOfSomeSizes(int size, int attention, string fits) => Assert.AreEqual(
        $"The networks for pictures of {size} x {size} have no maps of {attention} pixels a side that attention could follow; it fits " +
        $"{fits}.",
        Assert.ThrowsExactly<ArgumentException>(() =>
            new FashionGan(picture: new PictureShape(size, 1), attention: attention)).Message);

    [TestMethod]
    [DataRow(28, 14, 0, 64)]
    [DataRow(64, 16, 3, 128)]
    public void AttentionFollowsTheMapsOfItsSizeInBothNetworks(int size, int attention, int classes, int channels)
    {
        var gan = new FashionGan(latent_dim: 5, classes, new PictureShape(size, 1), attention: attention);
        Assert.AreEqual((-1, attention, attention, channels), Maps(gan.Generator));
        Assert.AreEqual((-1, attention, attention, channels), Maps(gan.Discriminator));

        static (long, long, long, long) Maps(Model model)
        {
            var shape = model.Layers.OfType<SelfAttention>().Single().OutputShape!;
            return (shape[0], shape[1], shape[2], shape[3]);
        }
    }

    [TestMethod]
    public void UnknownNetworksAndAttentionWhereThereIsNoneAreRefused()
    {
        Assert.AreEqual("There are no networks called 'resnet'; there are dcgan, residual and stylegan.",
            Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(network: "resnet")).Message);
        Assert.AreEqual("Attention is a part of the dcgan networks; the residual ones have none.",
            Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(network: "residual", attention: 14)).Message);
        Assert.AreEqual("Attention is a part of the dcgan networks; the stylegan ones have none.",
            Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(network: "stylegan", attention: 14)).Message);
    }
}
