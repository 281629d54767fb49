using FashionGanTf.Models;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using Tensorflow.Serialization;
using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>A seed names pictures: the same ones whatever else is asked for.</summary>
[TestClass]
public class GenerateTests
{
    [TestMethod]
    public void APictureDoesNotDependOnCountOrBatch()
    {
        tf.set_random_seed(1);
        var gan = new FashionGan();
        var many = Pixels(gan.Generate(131, seed: 5));
        foreach (var count in new[] { 1, 2, 3, 17, 128, 129 })
            CollectionAssert.AreEqual(many[..(count * 784)], Pixels(gan.Generate(count, seed: 5)), $"the first {count}");
        CollectionAssert.AreNotEqual(many[..784], Pixels(gan.Generate(1, seed: 6)), "another seed");
        Assert.HasCount(131, Enumerable.Range(0, 131).Select(i => Convert.ToHexString(many.AsSpan(i * 784, 784))).Distinct().ToList(),
            "pictures of one seed differ");
    }

    [TestMethod]
    public void NoiseOfALatentSizeThatIsNoMultipleOfFourIsPerPictureToo()
    {
        var five = LatentNoise.Of(3, 0, 5, 7).ToArray<float>();
        CollectionAssert.AreEqual(five[(2 * 7)..(4 * 7)], LatentNoise.Of(3, 2, 2, 7).ToArray<float>());
    }

    [TestMethod]
    public void TheNumberOfThreadsDoesNotChangeAPixel()
    {
        tf.set_random_seed(1);
        var gan = new FashionGan();
        var before = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            var drawn = new[] { 1, 2, 3, 8 }.Select(threads =>
            {
                tf.config.threading.set_intra_op_parallelism_threads(threads);
                return Convert.ToHexString(Pixels(gan.Generate(33, seed: 1)));
            }).ToList();
            Assert.HasCount(1, drawn.Distinct().ToList());
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(before);
        }
    }

    [TestMethod]
    public void ASavedGeneratorDrawsTheSame()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");
        try
        {
            var gan = new FashionGan(latent_dim: 12);
            gan.Save(path);
            var loaded = FashionGan.Load(path);
            Assert.AreEqual(12, loaded.LatentDim);
            CollectionAssert.AreEqual(Pixels(gan.Generate(3, 1)), Pixels(loaded.Generate(3, 1)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void ASmallFileThatPromisesALargeGeneratorGetsNoMemory()
    {
        var path = Path.GetTempFileName();
        try
        {
            foreach (var (name, complaint) in new[]
                { ("kernel\u2028\n", "it has no 'dense/kernel', but 'kernel??'"), ("dense/kernel", "has the shape (65536, 0)") })
            {
                SafeTensors.save(path, [(name, tf.zeros((65_536, 0)))]);
                var before = GC.GetTotalAllocatedBytes();
                var error = Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path));
                StringAssert.Contains(error.Message, complaint);
                Assert.IsLessThan(10_000_000, GC.GetTotalAllocatedBytes() - before);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Pixels(IEnumerable<Bitmap> pictures) => [.. pictures.SelectMany(picture => picture.Pixels)];
}
