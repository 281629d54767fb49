using FashionGanTf.Augmentation;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using Tensorflow;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>With an augmentation the discriminator sees only pictures that went through it, real and drawn ones, in both players'
/// steps.</summary>
[TestClass]
public class AugmentedStepTests
{
    private const string Policy = "color,translation,cutout";

    [TestMethod]
    [DataRow(1, 0, 8, true)]
    [DataRow(3, 0, 8, true)]
    [DataRow(3, 4, 8, true)]
    [DataRow(1, 0, 83, true)]
    [DataRow(1, 0, 84, false)]
    [DataRow(1, 3, 84, false)]
    public void BothPlayersLossesAreThoseOfAugmentedPictures(int channels, int classes, int batch, bool together)
    {
        var augment = DiffAugment.Parse(Policy, [.. Enumerable.Repeat(1f, channels)]);
        tf.set_random_seed(3);
        var gan = Compiled(channels, classes, batch, augment);
        var condition = classes == 0 ? null : tf.one_hot(Labels(batch, classes), classes);
        var real = tf.random.uniform((batch, 28, 28, channels), -1, 1);

        Tensor Judged(Tensor pictures, Tensor? asked) => gan.Discriminator.Apply(
            asked is null ? augment.Apply(pictures) : new Tensors(augment.Apply(pictures), asked), training: true)[0];
        Tensor Paired(Tensor first, Tensor second, params int[] shape) =>
            tf.reshape(tf.stack([first, second], 1), new Shape([2 * batch, .. shape]));
        Tensor Drawn() => gan.Generator.Apply(
            condition is null ? gan.Noise!(batch) : new Tensors(gan.Noise!(batch), condition), training: true);
        var loss = keras.losses.BinaryCrossentropy(from_logits: true);
        tf.set_random_seed(4);
        Tensor real_output, fake_output;
        if (together)
        {
            // Both sides are judged in one batch: a real one, a drawn one, and so on.
            var pairs = tf.reshape(
                Judged(Paired(real, Drawn(), 28, 28, channels), condition is null ? null : Paired(condition, condition, classes)),
                (batch, 2, 1));
            (real_output, fake_output) = (pairs[":, 0"], pairs[":, 1"]);
        }
        else
        {
            var drawn = Drawn();
            (real_output, fake_output) = (Judged(real, condition), Judged(drawn, condition));
        }

        var expected = (float)(loss.Call(tf.ones_like(real_output), real_output) + loss.Call(tf.zeros_like(fake_output), fake_output));

        tf.set_random_seed(4);
        gan.discriminator_step(real, condition);
        // With classes their own loss comes on top, so the outputs are compared.
        if (classes == 0)
            Assert.AreEqual(expected, gan.LastLosses.Discriminator);
        Assert.AreEqual(Mean(tf.sigmoid(real_output)), Log(gan, GanLogs.DReal));
        Assert.AreEqual(Mean(tf.sigmoid(fake_output)), Log(gan, GanLogs.DFake));

        tf.set_random_seed(5);
        var output = Judged(Drawn(), condition);
        tf.set_random_seed(5);
        gan.generator_step(real, condition);
        if (classes == 0)
            Assert.AreEqual((float)loss.Call(tf.ones_like(output), output), gan.LastLosses.Generator);
    }

    [TestMethod]
    public void WhatMovesInHasTheBackgroundsColour()
    {
        // Orange pictures on orange ground: whatever is moved, nothing else is seen.
        float[] orange = [1, 0.2f, -0.8f];
        var picture = tf.tile(tf.reshape((Tensor)orange, (1, 1, 1, 3)), (50, 28, 28, 1));
        CollectionAssert.AreEqual(picture.ToArray<float>(), DiffAugment.Parse("translation", orange).Apply(picture).ToArray<float>());
        CollectionAssert.AreNotEqual(picture.ToArray<float>(), DiffAugment.Parse("translation").Apply(picture).ToArray<float>());
    }

    private static FashionGan Compiled(int channels, int classes, int batch, DiffAugment augment)
    {
        var shape = new DcganShape(new PictureShape(28, channels), 8, [12, 8, 4], [4, 8], Dropout: 0);
        var gan = new FashionGan(shape, ClassNames.Numbered(classes));
        var noise = tf.random.normal((batch, 8));
        gan.Noise = _ => noise;
        gan.compile(
            keras.optimizers.Adam(1e-3f, 0.5f), keras.optimizers.Adam(1e-3f, 0.5f), new NonSaturating(), augment: augment);
        return gan;
    }

    private static Tensor Labels(int batch, int classes) => tf.constant(Enumerable.Range(0, batch).Select(i => i % classes).ToArray());

    private static float Mean(Tensor values) => (float)tf.reduce_mean(values);

    private static float Log(FashionGan gan, string name) => (float)gan.metrics.Single(metric => metric.Name == name).result();
}
