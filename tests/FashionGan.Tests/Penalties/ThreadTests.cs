using FashionGanTf.Augmentation;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Keras;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Penalties;

/// <summary>The number of threads changes no bit of a penalty's gradient, through an augmentation and through the layers that only a paper
/// has.</summary>
[TestClass]
public class ThreadTests
{
    [TestMethod]
    public void APenaltyHasTheSameBitsOnAnyNumberOfThreads()
    {
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            var expected = Gradients(1);
            foreach (var count in new[] { 2, 3 })
                CollectionAssert.AreEqual(expected, Gradients(count), $"{count} threads");
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
        }
    }

    /// <summary>The bits of the gradients of a discriminator's loss with R1 and a gradient penalty, of 32 pictures.</summary>
    private static int[] Gradients(int threads)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        tf.set_random_seed(1);
        using var scope = TensorScope.Begin();
        var pictures = keras.Input((28, 28, 1));
        Tensor x = keras.layers.SpectralNormalization(keras.layers.Conv2D(32, (5, 5), (2, 2), "same")).Apply(pictures);
        foreach (var layer in new ILayer[]
        {
            new SelfAttention(spectral_normalization: true), new ResidualBlock(64, groups: 4), FirResampling.Down(1, 2, 1),
            new MinibatchStandardDeviation(), keras.layers.Flatten(), keras.layers.Dense(1),
        })
            x = layer.Apply(x);
        var discriminator = keras.Model(pictures, x);
        foreach (var weight in discriminator.TrainableVariables)
            weight.assign(0.1f * tf.random.normal(weight.shape));

        var augment = DiffAugment.Parse("color,translation,cutout");
        Tensor real = tf.random.uniform((32, 28, 28, 1), -1, 1), fake = tf.random.uniform((32, 28, 28, 1), -1, 1);
        using var tape = tf.GradientTape();
        var loss = new RelativisticPaired().Discriminator(Judge(real), Judge(fake)) + new R1(1).Apply(new InputGradient(Judge), real, fake)
            + new GradientPenalty(10).Apply(new InputGradient(Judge), real, fake);
        return [.. tape.gradient(loss, discriminator.TrainableVariables)
            .SelectMany(gradient => gradient.ToArray<float>()).Select(BitConverter.SingleToInt32Bits)];

        Tensor Judge(Tensor images) => discriminator.Apply(augment.Apply(images), training: true);
    }
}
