using System.Security.Cryptography;
using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Datasets;

/// <summary>Pictures in memory and on disk on their way into a training step.</summary>
[TestClass]
public class RowsTests
{
    internal static string Sha256(NDArray array) => Convert.ToHexStringLower(SHA256.HashData(array.ToArray<byte>()));

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void RowsOfAnArrayAreItsPictures(int channels)
    {
        var array = Pictures(300, channels);
        var rows = new ArrayRows(array);
        Assert.AreEqual((300, new PictureShape(8, channels)), (rows.Count, rows.Shape));
        Assert.AreEqual(Sha256(array), rows.Sha256());
        var pixels = new byte[2 * rows.Shape.Bytes];
        rows.Read([299, 7], pixels);
        CollectionAssert.AreEqual(array[299].ToArray<byte>().Concat(array[7].ToArray<byte>()).ToArray(), pixels);
        Assert.AreSame(array, rows.First(300));
        Assert.AreEqual(Sha256(array[":5"]), rows.Take(5).Sha256());
    }

    [TestMethod]
    public void TheBackgroundIsTheMedianOfTheCorners()
    {
        // Ten pictures of 2 x 2, which are all corners; six of them on the same ground.
        byte[] ground = [255, 51, 0];
        var pixels = Enumerable.Range(0, 10).SelectMany(i => Enumerable.Repeat(i < 6 ? ground : [7, 7, 7], 4)).SelectMany(p => p);
        var background = TrainingPictures.Background(new ArrayRows(np.array(pixels.ToArray()).reshape((10, 2, 2, 3))));
        CollectionAssert.AreEqual(new[] { 1f, 51 / 127.5f - 1, -1f }, background);
        // What is in the middle does not count, nor does one picture among many.
        var gray = new byte[1500 * 9];
        for (var i = 0; i < 1500; i++)
            gray[9 * i + 4] = 200;
        gray[0] = 99;
        CollectionAssert.AreEqual(new[] { -1f }, TrainingPictures.Background(new ArrayRows(np.array(gray).reshape((1500, 3, 3)))));
    }

    [TestMethod]
    public void WhatIsNoSquarePictureIsRefused()
    {
        foreach (var shape in new Shape[] { (2, 3, 4), (4, 4), (2, 3, 3, 1) })
            StringAssert.Contains(
                Assert.ThrowsExactly<ArgumentException>(() => new ArrayRows(np.zeros(shape, TF_DataType.TF_UINT8))).Message, $"{shape}");
    }

    /// <summary>Numbers are shuffled instead of pictures: the same order, the same bits, with labels and without.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void TheOrderIsThatOfShuffledPictures(bool labelled)
    {
        var images = Pictures(300, 1);
        var labels = np.array(Enumerable.Range(0, 300).Select(i => (byte)(i % 7)).ToArray());
        var pixels = images.reshape((300, 8, 8, 1));
        var shuffled = (labelled ? tf.data.Dataset.from_tensor_slices(pixels, labels) : tf.data.Dataset.from_tensor_slices(pixels))
            .shuffle(300).batch(32, drop_remainder: true);
        var expected = Walk((labelled
            ? shuffled.map(batch => new Tensors(PixelRange.FromPixels(batch[0]), batch[1]))
            : shuffled.map(batch => PixelRange.FromPixels(batch))).prefetch());
        var actual = Walk(TrainingPictures.Batches(images, 32, labelled ? labels : null));
        Assert.HasCount(2 * 9, actual);
        CollectionAssert.AreEqual(expected, actual);
    }

    [TestMethod]
    public void PicturesOnDiskGiveTheSameBatches()
    {
        using var folder = new TemporaryFolder();
        var images = Pictures(300, 3);
        using var packed = PictureCache.Prepare([.. Enumerable.Range(0, 300).Select(i =>
            new SourcePicture($"{i}") { Pixels = () => new Bitmap(8, 8, 3, images[i].ToArray<byte>()) })], new Preparation(8),
            folder: folder.Path);
        Assert.AreEqual(new ArrayRows(images).Sha256(), packed.Sha256());
        CollectionAssert.AreEqual(Walk(TrainingPictures.Batches(images, 32)), Walk(TrainingPictures.Batches(packed, 32)));
        Assert.AreEqual("(32, 8, 8, 3)", TrainingPictures.Batches(packed, 32).First().Item1[0].shape.ToString());
    }

    /// <summary>Each picture is itself or its mirror image; about half are, others each epoch, and the order stays.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void FlipsMirrorHalfOfThePictures(int channels)
    {
        var images = Pictures(1000, channels);
        var rows = new ArrayRows(images);
        var (plain, flipped) = (Walk(TrainingPictures.Batches(rows, 100)), Walk(TrainingPictures.Batches(rows, 100, flip: true)));
        var counts = new int[2];
        for (var batch = 0; batch < plain.Count; batch++)
            foreach (var (straight, mirrored) in Split(plain[batch]).Zip(Split(flipped[batch])))
                if (!straight.SequenceEqual(mirrored))
                {
                    counts[batch / 10]++;
                    CollectionAssert.AreEqual(Mirror(straight, channels), mirrored);
                }

        // Within four standard deviations of a fair coin's.
        foreach (var count in counts)
            Assert.IsTrue(count is > 437 and < 563, $"{count}");
        Assert.AreNotEqual(string.Join(",", flipped.Take(10)), string.Join(",", flipped.Skip(10)));

        IEnumerable<float[]> Split(string batch) => System.Runtime.InteropServices.MemoryMarshal
            .Cast<byte, float>(Convert.FromHexString(batch)).ToArray().Chunk(64 * channels);
    }

    /// <summary>A walk that skips to its place, as a resumed run does, throws the same coins.</summary>
    [TestMethod]
    public void FlipsAreTheSameAfterSkipping()
    {
        var rows = new ArrayRows(Pictures(300, 1));
        var whole = Walk(TrainingPictures.Batches(rows, 32, flip: true), epochs: 1);
        CollectionAssert.AreEqual(whole.Skip(5).ToArray(), Walk(TrainingPictures.Batches(rows, 32, flip: true).skip(5), epochs: 1));
    }

    private static float[] Mirror(float[] picture, int channels) =>
        [.. picture.Chunk(8 * channels).SelectMany(row => row.Chunk(channels).Reverse().SelectMany(pixel => pixel))];

    private static NDArray Pictures(int count, int channels)
    {
        var pixels = new byte[count * 64 * channels];
        new Random(3).NextBytes(pixels);
        return np.array(pixels).reshape(channels == 1 ? (count, 8, 8) : new Shape(count, 8, 8, channels));
    }

    /// <summary>All batches of some epochs, from a fixed seed, as hexadecimal digits of their bytes; labels after pictures.</summary>
    private static List<string> Walk(IDatasetV2 batches, int epochs = 2)
    {
        tf.set_random_seed(5);
        var seen = new List<string>();
        for (var epoch = 0; epoch < epochs; epoch++)
            foreach (var (pictures, labels) in batches)
                seen.Add(Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(pictures[0].ToArray<float>().AsSpan()))
                    + (labels is null ? "" : " " + Convert.ToHexString(labels[0].ToArray<byte>())));
        return seen;
    }
}
