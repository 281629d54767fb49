using FashionGanTf.Datasets;
using FashionGanTf.Models;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>A batch of one picture: after the dense layer its variance is 0, and the noise is lost.</summary>
[TestClass]
public class SingleBatchTests
{
    [TestMethod]
    public void TrainingPicturesMakesNone()
    {
        Require(() => TrainingPictures.Batches(Pictures(8), 1), TrainingPictures.OneIsTooFew);
        Require(() => TrainingPictures.Batches(Pictures(1), 64), "There is only one picture");
        Require(() => TrainingPictures.Batches(Pictures(3), 64), "A batch of 64 is larger than the data");
    }

    [TestMethod]
    public void FitRefusesOneInsteadOfLosingTheNoise()
    {
        var gan = new FashionGan(latent_dim: 4);
        gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: true));
        var pictures = tf.data.Dataset.from_tensor_slices(np.array(new float[3 * 784]).reshape((3, 28, 28, 1)));
        gan.fit(pictures.batch(2, drop_remainder: true), epochs: 1, verbose: 0);
        Require(() => gan.fit(pictures.batch(2), epochs: 1, verbose: 0), TrainingPictures.OneIsTooFew);
    }

    private static NDArray Pictures(int count) => np.array(new byte[count * 784]).reshape((count, 28, 28));

    private static void Require(Action action, string complaint) =>
        StringAssert.StartsWith(Assert.ThrowsExactly<ArgumentException>(action).Message, complaint);
}
