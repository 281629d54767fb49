using System.Text.Json;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Networks;

/// <summary>A small DCGAN for 64 x 64 in colour against what PyTorch computed in float64 (golden/dcgan64.py).</summary>
[TestClass]
public class GoldenColourTests
{
    private const int Steps = 5;
    private const int BatchSize = 6;
    private const float LearningRate = 2e-4f;

    private static readonly SafeTensors s_file =
        SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", "dcgan64.safetensors"));

    private static readonly JsonElement s_deviations = JsonDocument.Parse(s_file.metadata["deviation"]).RootElement;

    [TestMethod]
    public void TheGradientsOfBothPlayersArePyTorchs()
    {
        var gan = Given();
        var losses = keras.losses.BinaryCrossentropy(from_logits: true);
        Tensor drawn = gan.Generator.Apply(Noise(0, 0), training: true);

        using (var tape = tf.GradientTape())
        {
            Tensor real = gan.Discriminator.Apply(Real(0), training: true), fake = gan.Discriminator.Apply(drawn, training: true);
            var loss = losses.Call(tf.ones_like(real), real) + losses.Call(tf.zeros_like(fake), fake);
            Near("discriminator", gan.Discriminator, tape.gradient(loss, gan.Discriminator.TrainableVariables));
        }

        using (var tape = tf.GradientTape())
        {
            Tensor fake = gan.Discriminator.Apply(gan.Generator.Apply(Noise(0, 0), training: true), training: true);
            var loss = losses.Call(tf.ones_like(fake), fake);
            Near("generator", gan.Generator, tape.gradient(loss, gan.Generator.TrainableVariables));
        }
    }

    [TestMethod]
    public void TrainingStepsFollowPyTorch()
    {
        var gan = Given();
        gan.compile(keras.optimizers.Adam(LearningRate, 0.5f), keras.optimizers.Adam(LearningRate, 0.5f),
            keras.losses.BinaryCrossentropy(from_logits: true));
        var (d_loss, g_loss) = (new float[Steps], new float[Steps]);
        for (var step = 0; step < Steps; step++)
        {
            var player = 0;
            gan.Noise = _ => Noise(step, player++);
            gan.train_step(Real(step), null);
            (d_loss[step], g_loss[step]) = gan.LastLosses;
        }

        Near("d_loss", (Tensor)d_loss);
        Near("g_loss", (Tensor)g_loss);
        Near("images", gan.Generator.Apply(s_file.tensor("z_fixed"), training: false));
    }

    /// <summary>The GAN with the file's initial weights.</summary>
    private static FashionGan Given()
    {
        var gan = new FashionGan(new DcganShape(new PictureShape(64, 3), 8, [32, 32, 32, 16, 8], [8, 16, 32, 32], Dropout: 0));
        foreach (var network in new[] { gan.Generator, gan.Discriminator })
            foreach (var (name, variable) in network.named_weights)
                variable.assign(s_file.tensor($"{network.Name}/{name}"));
        return gan;
    }

    private static Tensor Noise(int step, int player) =>
        tf.reshape(tf.slice(s_file.tensor("z"), new[] { step, player, 0, 0 }, new[] { 1, 1, BatchSize, 8 }), (BatchSize, 8));

    private static Tensor Real(int step) => PixelRange.FromPixels(tf.reshape(
        tf.slice(s_file.tensor("real"), new[] { step, 0, 0, 0, 0 }, new[] { 1, BatchSize, 64, 64, 3 }), (BatchSize, 64, 64, 3)));

    private static void Near(string player, Model network, Tensor?[] gradients)
    {
        var trained = network.named_weights.Where(weight => weight.Variable.Trainable).ToList();
        Assert.HasCount(trained.Count, gradients);
        foreach (var ((name, _), gradient) in trained.Zip(gradients))
            Near($"gradient/{player}/{name}", gradient!);
    }

    private static void Near(string name, Tensor actual)
    {
        var (expected, values) = (s_file.ToArray<float>(name), actual.ToArray<float>());
        Assert.HasCount(expected.Length, values, name);
        var bound = Math.Max(10 * s_deviations.GetProperty(name).GetDouble(), 1e-6) * expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], values[i], bound, $"{name}, element {i}");
    }
}
