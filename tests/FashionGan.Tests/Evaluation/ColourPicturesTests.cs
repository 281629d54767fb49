using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>What measures by pixels make of pictures of any size and colour.</summary>
[TestClass]
public class ColourPicturesTests
{
    private static readonly PictureShape s_shape = new(32, 3);

    [TestMethod]
    public void AnArrayOfPicturesIsKnownByItsShape()
    {
        Assert.AreEqual(s_shape, PictureArrays.ShapeOf(PictureArrays.Noise(2, 1, s_shape)));
        Assert.AreEqual(PictureShape.FashionMnist, PictureArrays.ShapeOf(PictureArrays.Noise(2, 1, PictureShape.FashionMnist)));
        foreach (var shape in new Tensorflow.Shape[] { new(2, 3), new(2, 3, 4), new(2, 3, 3, 4), new(2, 3, 3, 3, 3) })
            Assert.AreEqual($"An array of pictures has the shape (N, size, size) or (N, size, size, 3), not {shape}.",
                Assert.ThrowsExactly<ArgumentException>(() =>
                    PictureArrays.ShapeOf(np.array(new byte[shape.size]).reshape(shape))).Message);
    }

    [TestMethod]
    public void PicturesBecomeAnArrayAndPicturesAgain()
    {
        var drawn = new FashionGan(latent_dim: 2, picture: s_shape).Generate(3, seed: 1);
        var array = PictureSource.Of(drawn);
        Assert.AreEqual(new Tensorflow.Shape(3, 32, 32, 3), array.shape);
        var last = PictureArrays.Picture(array, 2);
        Assert.AreEqual((32, 32, 3), (last.Width, last.Height, last.Channels));
        CollectionAssert.AreEqual(drawn[2].Pixels, last.Pixels);
        CollectionAssert.AreEqual(
            PixelRange.FromPixels(array).ToArray<float>()[(32 * 32 * 3)..], PictureArrays.Scaled(array, 1, 2).ToArray<float>());
    }

    /// <summary>Two of the judged pictures lie among the training pictures.</summary>
    [TestMethod]
    public void CopiesAreFoundAndShownBesideTheirOriginals()
    {
        var (judged, train, test) =
            (PictureArrays.Noise(6, 1, s_shape), PictureArrays.Noise(9, 2, s_shape), PictureArrays.Noise(5, 3, s_shape));
        var pixels = train.ToArray<byte>();
        foreach (var (copy, original) in new[] { (1, 8), (4, 0) })
            PictureArrays.Picture(judged, copy).Pixels.CopyTo(pixels, original * s_shape.Bytes);
        train = np.array(pixels).reshape(train.shape);
        var nearest = NearestVectors.Find(Vectors.OfPixels(judged), Vectors.OfPixels(train), default);
        Assert.AreEqual((8, 0d, 0, 0d), (nearest.Places[1], nearest.Distances[1], nearest.Places[4], nearest.Distances[4]));
        var ofTest = NearestVectors.Find(Vectors.OfPixels(test), Vectors.OfPixels(train), default);
        Assert.AreEqual(2, Memorisation.Of(nearest.Distances, ofTest.Distances).Copies);

        var sheet = ClosestPairs.Draw(judged, train, nearest, nearest);
        Assert.AreEqual(3, sheet.Channels);
        // A pair, and two pixels between two pictures.
        for (var y = 0; y < 32; y++)
            CollectionAssert.AreEqual(sheet.Row(y)[..96].ToArray(), sheet.Row(y)[(34 * 3)..(66 * 3)].ToArray());
        CollectionAssert.AreEqual(PictureArrays.Picture(judged, 1).Row(5).ToArray(), sheet.Row(5)[..96].ToArray());
    }

    [TestMethod]
    public void ADiscriminatorOfSuchPicturesIsAsked()
    {
        var gan = new FashionGan(latent_dim: 2, picture: s_shape);
        var (real, drawn) = (PictureArrays.Noise(5, 1, s_shape), PictureSource.Of(gan.Generate(5, seed: 1)));
        var accuracy = DiscriminatorAccuracy.Of(gan.Discriminator, real, drawn, labels: null, default);
        foreach (var (share, pictures, isReal) in new[] { (accuracy.Real, real, true), (accuracy.Fake, drawn, false) })
        {
            var logits = gan.Discriminator.Apply(PictureArrays.Scaled(pictures, 0, 5), training: false)[0].ToArray<float>();
            Assert.AreEqual(logits.Count(logit => isReal ? logit > 0 : logit < 0) / 5.0, share);
        }
    }
}
