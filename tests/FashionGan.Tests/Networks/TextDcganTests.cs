using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Networks;

/// <summary>The GAN with texts: what its networks depend on, and how they learn.</summary>
[TestClass]
public class TextDcganTests
{
    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 8, [12, 8, 4], [4, 8], Dropout: 0);
    private static readonly Vocabulary s_vocabulary =
        new(["dark", "light", "dress", "boot", "wide"], [(0, 1), (2, 3)], ["dark dress", "light boot, wide"]);

    [TestMethod]
    public void WhatStandsBehindTheLastWordChangesNothingAndTheOrderOfWordsDoes()
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var encoder = Trained(1).Generator is TextNetwork network ? network.Encoder : null!;
        Tensor Encoded(params int[] tokens) => encoder.Apply(TextEncoder.TokensOf([tokens]));
        var condition = Encoded(1, 3, 5).ToArray<float>();
        Assert.HasCount(TextEncoder.Size, condition);
        Assert.AreEqual(1, condition.Sum(value => value * value), 0.1, "its length is near 1");
        CollectionAssert.AreEqual(condition, encoder.Encode([1, 3, 5]));
        foreach (var (padded, plain) in Encoded(1, 3, 5, 0, 0, 0).ToArray<float>().Zip(condition))
            Assert.AreEqual(plain, padded, 1e-6);
        Assert.IsGreaterThan(1e-3f, condition.Zip(Encoded(3, 5, 1).ToArray<float>(), (a, b) => Math.Abs(a - b)).Max());
        Assert.IsGreaterThan(1e-3f, condition.Zip(Encoded(2, 3, 5).ToArray<float>(), (a, b) => Math.Abs(a - b)).Max());
    }

    [TestMethod]
    public void BothHalvesTogetherAreTheWhole()
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var gan = Trained(1);
        var (noise, tokens) = (tf.random.normal((2, 8)), TextEncoder.TokensOf([[1, 3, 5], [2, 4]]));
        foreach (var (network, input) in new[] { (gan.Generator, noise), (gan.Discriminator, tf.random.normal((2, 28, 28, 1))) })
        {
            var texts = (TextNetwork)network;
            Tensor whole = network.Apply(new Tensors(input, tokens), training: false)[0];
            Tensor halves = texts.OnConditions.Apply(new Tensors(input, texts.Encoder.Apply(tokens)), training: false)[0];
            CollectionAssert.AreEqual(whole.ToArray<float>(), halves.ToArray<float>());
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void SeveralTextsOfEachPictureAreJudgedAtOnce(bool spectralNorm)
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var discriminator = TextDcgan.Discriminator(s_shape with { SpectralNorm = spectralNorm }, 5);
        var (pictures, right, wrong) =
            (tf.random.normal((2, 28, 28, 1)), TextEncoder.TokensOf([[1, 3], [2, 4]]), TextEncoder.TokensOf([[2, 3], [1, 4]]));
        float[] Logits(Tensor tokens) => discriminator.Apply(new Tensors(pictures, tokens), training: false)[0].ToArray<float>();
        var both = Logits(tf.concat([right, wrong], 0));
        foreach (var (expected, actual) in Logits(right).Concat(Logits(wrong)).Zip(both))
            Assert.AreEqual(expected, actual, 1e-5);
        Assert.AreNotEqual(both[0], both[2]);
        var names = discriminator.Apply(new Tensors(pictures, tf.concat([right, wrong], 0)), training: false)[1];
        Assert.AreEqual(new Shape(2, 5), names.shape, "words are named once");
    }

    [TestMethod]
    [DataRow(0f)]
    [DataRow(0.5f)]
    public void EveryWeightLearns(float r1)
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var gan = Compiled(r1);
        var before = Values(gan);
        Step(gan);
        foreach (var ((name, was), (_, now)) in before.Zip(Values(gan)))
            CollectionAssert.AreNotEqual(was, now, name);
        var generator = gan.Generator.named_weights.Where(weight => weight.Name.StartsWith("text_encoder", StringComparison.Ordinal));
        Assert.HasCount(9, generator.ToList(), "the encoder's among them");
    }

    [TestMethod]
    public void TheEncodersGradientIsThatOfFiniteDifferences()
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(5));
        var encoder = new TextEncoder(5);
        var (tokens, direction) = (TextEncoder.TokensOf([[1, 3, 5], [2, 4, 0], [4, 4, 0]]), tf.random.normal((3, TextEncoder.Size)));
        Tensor Loss() => tf.reduce_sum((Tensor)encoder.Apply(tokens) * direction);
        encoder.Apply(tokens);
        using var tape = tf.GradientTape();
        var loss = Loss();
        var weights = encoder.TrainableVariables;
        var gradients = tape.gradient(loss, weights);
        const float Step = 1e-2f;
        foreach (var (weight, gradient) in weights.Zip(gradients))
        {
            // Along a random direction, so that all elements count.
            var (value, along) = (weight.AsTensor(), tf.random.normal(weight.shape));
            along *= 1 / MathF.Sqrt(weight.shape.size);
            var expected = tf.reduce_sum(gradient * along).ToArray<float>()[0];
            weight.assign(value + along * Step);
            var above = Loss().ToArray<float>()[0];
            weight.assign(value - along * Step);
            var below = Loss().ToArray<float>()[0];
            weight.assign(value);
            Assert.AreEqual(expected, (above - below) / (2 * Step), 2e-3 + 0.02 * Math.Abs(expected), weight.Name);
        }
    }

    [TestMethod]
    public void ARealPictureWithAWrongTextIsWrong()
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var gan = Compiled();
        // The discriminator sees dark and light pictures with the right text and the wrong one, and learns to tell.
        var (pictures, right, wrong) = Batch();
        for (var step = 0; step < 60; step++)
        {
            using var scope = TensorScope.Begin();
            gan.discriminator_step(pictures, right, wrong);
        }

        float[] Logits(Tensor tokens) => gan.Discriminator.Apply(new Tensors(pictures, tokens), training: false)[0].ToArray<float>();
        foreach (var (matched, mismatched) in Logits(right).Zip(Logits(wrong)))
            Assert.IsGreaterThan(mismatched, matched);
    }

    [TestMethod]
    public void OtherNetworksTakeNone() => StringAssert.StartsWith(Assert.ThrowsExactly<ArgumentException>(() =>
        new FashionGan(ResidualGanShape.Of(PictureShape.FashionMnist, 8), vocabulary: s_vocabulary)).Message,
        "Texts go with the dcgan networks");

    private static FashionGan Trained(int steps)
    {
        var gan = Compiled();
        for (var step = 0; step < steps; step++)
            Step(gan);
        return gan;
    }

    private static FashionGan Compiled(float r1 = 0)
    {
        var gan = new FashionGan(s_shape, vocabulary: s_vocabulary);
        gan.compile(keras.optimizers.Adam(1e-3f), keras.optimizers.Adam(1e-3f), new NonSaturating(), r1 > 0 ? [new R1(r1)] : null);
        return gan;
    }

    private static void Step(FashionGan gan)
    {
        using var scope = TensorScope.Begin();
        var (pictures, right, wrong) = Batch();
        gan.train_step(pictures, tf.stack([right, wrong], axis: 1));
    }

    /// <summary>Dark and light pictures, with all words of the vocabulary.</summary>
    private static (Tensor Pictures, Tensor Right, Tensor Wrong) Batch()
    {
        var light = tf.reshape(tf.constant(new[] { -0.8f, 0.8f, -0.8f, 0.8f }), (4, 1, 1, 1));
        return (light + tf.random.normal((4, 28, 28, 1)) * 0.05f,
            TextEncoder.TokensOf([[1, 3, 5], [2, 4, 5], [1, 4, 0], [2, 3, 0]]),
            TextEncoder.TokensOf([[2, 3, 5], [1, 4, 5], [2, 4, 0], [1, 3, 0]]));
    }

    private static List<(string Name, float[] Value)> Values(FashionGan gan) => [.. gan.Generator.named_weights
        .Concat(gan.Discriminator.named_weights).Where(weight => weight.Variable.Trainable)
        .Select(weight => (weight.Name, weight.Variable.AsTensor().ToArray<float>()))];
}
