using FashionGanTf.Models;
using Tensorflow;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>The number of threads changes no bit, at the size that people train.</summary>
[TestClass]
public class ThreadTests
{
    [TestMethod]
    public void AStepHasTheSameBitsOnAnyNumberOfThreads()
    {
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            var expected = Step(1);
            foreach (var count in new[] { 2, 3, 8 })
                CollectionAssert.AreEqual(expected, Step(count), $"{count} threads");
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
        }
    }

    /// <summary>The bits of all weights, moving statistics and both losses after a step of 128 pictures.</summary>
    private static int[] Step(int threads)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        tf.set_random_seed(1);
        var gan = new FashionGan();
        gan.compile(keras.optimizers.Adam(2e-4f, 0.5f), keras.optimizers.Adam(2e-4f, 0.5f),
            keras.losses.BinaryCrossentropy(from_logits: true), label_noise: 0.1f);
        using var scope = TensorScope.Begin();
        gan.train_step(tf.random.uniform((128, 28, 28, 1), -1, 1), null);
        var weights = gan.Generator.Weights.Concat(gan.Discriminator.Weights).SelectMany(weight => weight.AsTensor().ToArray<float>());
        return [.. weights.Append(gan.LastLosses.Discriminator).Append(gan.LastLosses.Generator).Select(BitConverter.SingleToInt32Bits)];
    }
}
