using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Networks;

/// <summary>A pair of StyleGAN's networks as a whole: what they take and give, what training changes, and what drawing does not depend
/// on.</summary>
[TestClass]
public class StyleGanTests
{
    private static readonly StyleGanShape s_small = new(PictureShape.FashionMnist, 8, [12, 8, 4], StyleSize: 16, MappingLayers: 2);

    [TestMethod]
    [DataRow(28, 1, "128 64 32", 6)]
    [DataRow(32, 3, "256 128 64 32", 8)]
    [DataRow(56, 1, "256 128 64 32", 8)]
    [DataRow(64, 3, "256 256 128 64 32", 10)]
    [DataRow(112, 1, "256 256 128 64 32", 10)]
    [DataRow(128, 3, "256 256 256 128 64 32", 12)]
    public void WidthsDoubleWithEachHalvingOfTheSide(int side, int channels, string widths, int styles)
    {
        var shape = StyleGanShape.Of(new PictureShape(side, channels), 16);
        Assert.AreEqual(widths, string.Join(' ', shape.Widths));
        Assert.AreEqual(styles, shape.Styles);
        shape = shape with { Widths = [.. shape.Widths.Select(width => width / 16)], StyleSize = 8 };
        var generator = StyleGan.Generator(shape);
        Assert.AreEqual(styles, generator.Styles);
        Tensor pictures = generator.Apply(tf.random.normal((2, 16)));
        Assert.AreEqual(new Shape(2, side, side, channels), pictures.shape);
        Assert.IsLessThanOrEqualTo(1f, pictures.ToArray<float>().Max(MathF.Abs));
        Assert.AreEqual(new Shape(2, 1), StyleGan.Discriminator(shape).Apply(pictures).shape);
    }

    /// <summary>Counted by hand. Styles are linear functions of the 128 numbers of w; each convolution has a kernel, a style, a bias and a
    /// strength of noise; the average of w and the maps of noise do not learn.</summary>
    [TestMethod]
    public void TheParametersOf28InGray()
    {
        var gan = new FashionGan(network: "stylegan");
        static int Styled(int from, int to) => 9 * from * to + 129 * from + to + 1;
        const int mapping = 101 * 128 + 3 * 129 * 128, pictures = (129 * 128 + 128 + 1) + (129 * 64 + 64 + 1) + (129 * 32 + 32 + 1);
        var learned = mapping + pictures + 49 * 128
            + Styled(128, 128) + Styled(128, 64) + Styled(64, 64) + Styled(64, 32) + Styled(32, 32);
        Assert.AreEqual(learned + 128 + 49 + 2 * 196 + 2 * 784, gan.Generator.count_params());
        Assert.AreEqual(learned, gan.Generator.TrainableVariables.Sum(variable => variable.shape.size));
        static int Block(int from, int to) => 9 * from * from + from + 9 * from * to + to + from * to;
        Assert.AreEqual(
            64 + Block(32, 64) + Block(64, 128) + 9 * 129 * 128 + 128 + 49 * 128 * 128 + 128 + 129, gan.Discriminator.count_params());
    }

    [TestMethod]
    public void APairForClothesKnowsItsClasses()
    {
        var (generator, discriminator) = (StyleGan.Generator(s_small, classes: 10), StyleGan.Discriminator(s_small, classes: 10));
        var z = tf.random.normal((2, 8));
        Tensor Condition(int first, int second) => tf.one_hot(tf.constant(new[] { first, second }), 10);
        Tensor pictures = generator.Apply(new Tensors(z, Condition(3, 9)));
        CollectionAssert.AreNotEqual(
            pictures.ToArray<float>(), ((Tensor)generator.Apply(new Tensors(z, Condition(3, 8)))).ToArray<float>());
        Tensor logits = discriminator.Apply(new Tensors(pictures, Condition(3, 9)));
        Assert.AreEqual(new Shape(2, 1), logits.shape);
        CollectionAssert.AreNotEqual(
            logits.ToArray<float>(), ((Tensor)discriminator.Apply(new Tensors(pictures, Condition(4, 0)))).ToArray<float>());
    }

    /// <summary>The two halves of the generator are the generator.</summary>
    [TestMethod]
    public void MappingAndSynthesisDrawTheSamePictures()
    {
        var generator = StyleGan.Generator(s_small);
        var z = tf.random.normal((2, 8));
        var noise = generator.Layers.OfType<NoiseMap>().Select(map => map.Constant);
        Tensor pictures = generator.Synthesis.Apply(new Tensors([generator.Mapping.Apply(z), .. noise]));
        CollectionAssert.AreEqual(((Tensor)generator.Apply(z)).ToArray<float>(), pictures.ToArray<float>());
    }

    /// <summary>Gradients reach all weights of both networks, and the losses move: real pictures are told from drawn ones.</summary>
    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    public void EveryWeightLearns(int classes)
    {
        var gan = Compiled(classes);
        var before = gan.Weights.ConvertAll(weight => weight.numpy().ToArray<float>());
        var labels = classes == 0 ? null : tf.constant(Enumerable.Range(0, 8).Select(i => i % classes).ToArray());
        var logs = Enumerable.Range(0, 20).Select(_ =>
        {
            gan.reset_metrics();
            return gan.train_step(Pictures(), labels is null ? null : (Tensors)labels);
        }).ToList();
        Assert.IsLessThan(logs[0]["d_loss"] - 0.2f, logs[^1]["d_loss"]);
        static float Lead(Dictionary<string, float> step) => step["d_real"] - step["d_fake"];
        Assert.IsGreaterThan(Lead(logs[0]) + 0.1f, Lead(logs[^1]));
        foreach (var ((name, weight), values) in gan.named_weights.Zip(before))
            if (name.Contains("noise_map", StringComparison.Ordinal))
                CollectionAssert.AreEqual(values, weight.numpy().ToArray<float>(), name);
            else
                CollectionAssert.AreNotEqual(values, weight.numpy().ToArray<float>(), name);
    }

    [TestMethod]
    public void AStepHasTheSameBitsOnAnyNumberOfThreads()
    {
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            var expected = Bits(1);
            foreach (var count in new[] { 2, 5 })
                CollectionAssert.AreEqual(expected, Bits(count), $"{count} threads");
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
        }

        static int[] Bits(int threads)
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
            var gan = Compiled(classes: 0);
            for (var step = 0; step < 2; step++)
                gan.train_step(Pictures(), null);
            return [.. gan.Weights.SelectMany(weight => weight.numpy().ToArray<float>()).Select(BitConverter.SingleToInt32Bits)];
        }
    }

    /// <summary>Nor of how many are drawn at once, nor of the stream that training draws from, which keeps its place.</summary>
    [TestMethod]
    public void APictureDependsOnItsSeedAlone()
    {
        var gan = new FashionGan(s_small);
        tf.set_random_seed(1);
        var expected = tf.random.normal(3).ToArray<float>();
        tf.set_random_seed(1);
        var (many, one) = (gan.Generate(150, seed: 2), gan.Generate(1, seed: 2, first: 149)[0]);
        CollectionAssert.AreEqual(many[149].Pixels, one.Pixels);
        CollectionAssert.AreEqual(expected, tf.random.normal(3).ToArray<float>());
    }

    [TestMethod]
    public void TheAveragedGeneratorHasTheAverageOfWAndTheNoise()
    {
        var gan = Compiled(classes: 0, ema: 0.9f);
        gan.train_step(Pictures(), null);
        var (own, averaged) = (gan.Generator.named_weights, gan.AveragedGenerator!.named_weights);
        foreach (var ((name, weight), (_, average)) in own.Zip(averaged))
            if (weight.Trainable)
                CollectionAssert.AreNotEqual(weight.numpy().ToArray<float>(), average.numpy().ToArray<float>(), name);
            else
                CollectionAssert.AreEqual(weight.numpy().ToArray<float>(), average.numpy().ToArray<float>(), name);
    }

    private static FashionGan Compiled(int classes, float ema = 0)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(s_small, ClassNames.Numbered(classes));
        gan.compile(keras.optimizers.Adam(2e-3f, 0, 0.99f), keras.optimizers.Adam(2e-3f, 0, 0.99f), new NonSaturating(), [new R1(0.1f)],
            penalty_every: 2, ema_momentum: ema);
        return gan;
    }

    private static Tensor Pictures() => FiniteDifferences.Random((8, 28, 28, 1), 1);
}
