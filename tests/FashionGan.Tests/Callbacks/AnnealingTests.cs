using FashionGanTf.Callbacks;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Optimizers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Callbacks;

/// <summary>What a training is told changes with the pictures that it has seen.</summary>
[TestClass]
public class AnnealingTests
{
    [TestMethod]
    [DataRow(0, 2.0)]
    [DataRow(25, 1 + 0.70710678)]
    [DataRow(50, 1.0)]
    [DataRow(75, 1 - 0.70710678)]
    [DataRow(100, 0.0)]
    [DataRow(1_000_000_000, 0.0)]
    public void AScheduleIsHalfACosine(int pictures, double expected) =>
        Assert.AreEqual(expected, new Schedule(Base: 2, Final: 0, Over: 100).At(pictures), 1e-7);

    [TestMethod]
    public void EachStepGetsWhatItsPicturesSay()
    {
        tf.set_random_seed(1);
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 4, [4, 4, 4], [4, 4], 0));
        var (d_optimizer, g_optimizer) = (new Adam(0.2f, 0, 0.9f), new Adam(0.1f, 0, 0.9f));
        gan.compile(d_optimizer, g_optimizer, new NonSaturating(), ema_momentum: 0.5f);
        List<(float, float, float, float, double)> seen = [];
        var pictures = PixelRange.FromPixels(Trajectory.RealBatch(0));
        gan.fit(
            tf.data.Dataset.from_tensor_slices(pictures).batch(4), verbose: 0,
            callbacks:
            [
                new Annealing(gan, 4, new Schedule(1, 0, 8), new Schedule(0.9, 0.5, 8), new Schedule(1, 3, 8), new Schedule(1, 3, 8)),
                new Watcher(() => seen.Add((d_optimizer.learning_rate, g_optimizer.learning_rate, g_optimizer.beta_2, gan.PenaltyShare,
                    Math.Round(gan.GeneratorAverage!.decay, 6)))),
            ]);
        CollectionAssert.AreEqual(
            new[]
            {
                (0.2f, 0.1f, 0.9f, 1f, 0.5), (0.1f, 0.05f, 0.7f, 2f, 0.707107), (0f, 0f, 0.5f, 3f, 0.793701), (0f, 0f, 0.5f, 3f, 0.793701),
            },
            seen);
        Assert.AreEqual(1, Annealing.HalfLife(0.5));
        Assert.AreEqual(692.8, Annealing.HalfLife(0.999), 0.1);
    }

    /// <summary>Looks after each step.</summary>
    private sealed class Watcher(Action look) : Callback
    {
        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => look();
    }
}
