using FashionGanTf.Models;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>
/// FashionGan's own train_step follows TensorFlow's for 25 steps from the same weights, pictures and noise. Tolerances are ten times
/// what TensorFlow differs from itself with oneDNN on and off (golden/README.md).
/// </summary>
[TestClass]
public class TrajectoryTests
{
    private const float LearningRate = 2e-4f;
    private const double Losses = 1e-4;
    private const double Logits = 5e-4;
    private const double Images = 1.5e-3;

    [TestMethod]
    public void TrainStepFollowsTensorFlow()
    {
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 16, [24, 16, 8], [8, 16], 0));
        Load(gan.Generator, "generator");
        Load(gan.Discriminator, "discriminator");
        var loss = new ListeningLoss();
        gan.compile(keras.optimizers.Adam(LearningRate, 0.5f), keras.optimizers.Adam(LearningRate, 0.5f), loss);
        var (d_losses, g_losses) = (Trajectory.File.ToArray<float>("d_loss"), Trajectory.File.ToArray<float>("g_loss"));
        var (real_logits, fake_logits) = (Trajectory.File.ToArray<float>("real_logits"), Trajectory.File.ToArray<float>("fake_logits"));

        for (var step = 0; step < Trajectory.Steps; step++)
        {
            var player = 0;
            gan.Noise = _ => Trajectory.Noise(step, player++);
            gan.reset_metrics();
            loss.Logits.Clear();
            var logs = gan.train_step(PixelRange.FromPixels(Trajectory.RealBatch(step)), null);
            Assert.AreEqual(2, player, "one noise for each player");
            Assert.AreEqual(d_losses[step], logs["d_loss"], Losses * d_losses.Max(), $"d_loss of step {step}");
            Assert.AreEqual(g_losses[step], logs["g_loss"], Losses * g_losses.Max(), $"g_loss of step {step}");
            Assert.AreEqual(loss.Logits[0].Count(logit => logit > 0) / 16f, logs["d_accuracy_real"],
                $"accuracy on real pictures, step {step}");
            Assert.AreEqual(loss.Logits[1].Count(logit => logit < 0) / 16f, logs["d_accuracy_fake"],
                $"accuracy on drawn pictures, step {step}");
            Near(real_logits, step * 16, loss.Logits[0], Logits, $"logits of real pictures, step {step}");
            Near(fake_logits, step * 16, loss.Logits[1], Logits, $"logits of drawn pictures, step {step}");
        }

        Tensor images = gan.Generator.Apply(Trajectory.File.tensor("z_fixed"), training: false);
        Near(Trajectory.File.ToArray<float>("images"), 0, images.ToArray<float>(), Images, "pictures from fixed noise");
        Compare(gan.Generator, "generator");
        Compare(gan.Discriminator, "discriminator");
    }

    private static void Load(Model network, string name)
    {
        for (var i = 0; i < network.Weights.Count; i++)
            network.Weights[i].assign(Trajectory.File.tensor($"{name}/{i}/initial"));
    }

    /// <summary>
    /// Weights are compared as wholes, by the root mean square of their difference, which must stay below a tenth of one of the 25 steps:
    /// Adam moves a weight whose gradient is nearly 0 by a full step in a direction that rounding decides, so single ones part ways in
    /// TensorFlow too. Moving statistics are no subject of Adam and are compared one by one.
    /// </summary>
    private static void Compare(Model network, string name)
    {
        for (var i = 0; i < network.Weights.Count; i++)
        {
            var (variable, expected) = (network.Weights[i], Trajectory.File.ToArray<float>($"{name}/{i}"));
            var actual = variable.numpy().ToArray<float>();
            if (!variable.Trainable)
            {
                Near(expected, 0, actual, Images, variable.Name);
                continue;
            }

            var meanSquare = expected.Zip(actual, (a, b) => Math.Pow(a - b, 2)).Average();
            Assert.IsLessThanOrEqualTo(0.1 * LearningRate, Math.Sqrt(meanSquare), variable.Name);
        }
    }

    private static void Near(float[] expected, int offset, float[] actual, double tolerance, string what)
    {
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < actual.Length; i++)
            Assert.AreEqual(expected[offset + i], actual[i], tolerance * scale, $"{what}, element {i}");
    }
}
