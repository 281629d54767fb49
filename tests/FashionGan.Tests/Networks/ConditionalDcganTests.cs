using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Networks;

/// <summary>The GAN with classes: what its networks depend on, and how it learns.</summary>
[TestClass]
public class ConditionalDcganTests
{
    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 8, [12, 8, 4], [4, 8], Dropout: 0);

    [TestMethod]
    public void ShapesAndWeights()
    {
        var gan = new FashionGan(classes: 10);
        Assert.IsTrue(gan.IsConditional);
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).Select(i => $"class {i}").ToList(), gan.Classes.ToList());
        var condition = tf.one_hot(tf.constant(new[] { 3, 9 }), 10);
        Tensor pictures = gan.Generator.Apply(new Tensors(tf.random.normal((2, 100)), condition), training: false);
        Assert.AreEqual(new Shape(2, 28, 28, 1), pictures.shape);
        var judged = gan.Discriminator.Apply(new Tensors(pictures, condition), training: false);
        Assert.AreEqual(new Shape(2, 1), judged[0].shape);
        Assert.AreEqual(new Shape(2, 10), judged[1].shape);
        // Those of the DCGAN, gamma and beta ten times, and a row of features for each class in the projection and in the class's logits.
        Assert.AreEqual(2_330_944 + 9 * 2 * (12544 + 128 + 64), gan.Generator.count_params());
        Assert.AreEqual(212_865 + 10 * 6272 + 10 * (6272 + 1), gan.Discriminator.count_params());
    }

    [TestMethod]
    public void TheConditionChangesWhatIsDrawnAndHowItIsJudged()
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var gan = Trained(steps: 2);
        var (noise, classes) = (tf.random.normal((4, 8)), new[] { 0, 1, 2 }.Select(label => Rows(label, 4)).ToList());
        var drawn = classes.ConvertAll(one => Floats(gan.Generator.Apply(new Tensors(noise, one), training: false)[0]));
        CollectionAssert.AreNotEqual(drawn[0], drawn[1]);
        CollectionAssert.AreNotEqual(drawn[1], drawn[2]);
        var picture = tf.random.normal((4, 28, 28, 1));
        var judged = classes.ConvertAll(one => gan.Discriminator.Apply(new Tensors(picture, one), training: false));
        CollectionAssert.AreNotEqual(Floats(judged[0][0]), Floats(judged[1][0]), "the logit is that of a picture of this class");
        CollectionAssert.AreEqual(Floats(judged[0][1]), Floats(judged[1][1]), "the class that is named is the picture's own");
    }

    [TestMethod]
    public void APictureDoesNotDependOnTheClassesBesideIt()
    {
        var gan = Trained(steps: 1);
        var noise = tf.random.Generator.from_seed(1).normal((40, 8));
        var labels = Enumerable.Range(0, 40).Select(i => i * 7 % 3).ToArray();
        Tensor together = gan.Generator.Apply(new Tensors(noise, tf.one_hot(tf.constant(labels), 3)), training: false);
        for (var i = 0; i < labels.Length; i += 13)
        {
            Tensor alone = gan.Generator.Apply(new Tensors(noise[$"{i}:{i + 1}"], Rows(labels[i], 1)), training: false);
            CollectionAssert.AreEqual(Floats(alone), Floats(together[$"{i}:{i + 1}"]), $"picture {i}");
        }
    }

    /// <summary>d_loss and g_loss, worked out by hand from the networks' own logits.</summary>
    [TestMethod]
    public void TheLossesAreThoseOfTheRules()
    {
        const float smoothing = 0.1f, weight = 0.5f;
        var gan = Compiled(weight);
        var (real, labels) = (tf.random.Generator.from_seed(2).normal((4, 28, 28, 1)), tf.constant(new[] { 0, 1, 2, 1 }));
        var condition = tf.one_hot(labels, 3);
        gan.Noise = _ => tf.random.Generator.from_seed(5).normal((4, 8));
        Tensor fake = gan.Generator.Apply(new Tensors(gan.Noise(4), condition), training: true);
        var (ofReal, ofFake) = (gan.Discriminator.Apply(new Tensors(real, condition), training: true),
            gan.Discriminator.Apply(new Tensors(fake, condition), training: true));
        var expected = Mean(ofReal[0], x => Math.Log(1 + Math.Exp(x)) - (1 - smoothing) * x)
            + Mean(ofFake[0], x => Math.Log(1 + Math.Exp(x))) + CrossEntropy(ofReal[1], labels);
        gan.discriminator_step(real, condition);
        Assert.AreEqual(expected, gan.LastLosses.Discriminator, 1e-5 * expected);

        var judged = gan.Discriminator.Apply(
            new Tensors(gan.Generator.Apply(new Tensors(gan.Noise(4), condition), training: true)[0], condition), training: true);
        expected = Mean(judged[0], x => Math.Log(1 + Math.Exp(-x))) + weight * CrossEntropy(judged[1], labels);
        gan.generator_step(real, condition);
        Assert.AreEqual(expected, gan.LastLosses.Generator, 1e-5 * expected);
    }

    [TestMethod]
    public void WithoutLabelsItSaysWhatIsMissing() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => Compiled(0.1f).train_step(tf.zeros((2, 28, 28, 1)), null)).Message,
        "learns from pictures with labels");

    private static FashionGan Compiled(float weight)
    {
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(1));
        var gan = new FashionGan(s_shape, ClassNames.Numbered(3));
        gan.compile(Adam(), Adam(), keras.losses.BinaryCrossentropy(from_logits: true), label_smoothing: 0.1f,
            class_weight: weight);
        return gan;

        static IOptimizer Adam() => keras.optimizers.Adam(1e-3f, 0f);
    }

    private static FashionGan Trained(int steps)
    {
        var gan = Compiled(0.1f);
        for (var step = 0; step < steps; step++)
            gan.train_on_batch(tf.random.Generator.from_seed(step).normal((6, 28, 28, 1)), tf.constant(new[] { 0, 1, 2, 0, 1, 2 }));
        return gan;
    }

    private static Tensor Rows(int label, int count) => tf.one_hot(tf.constant(Enumerable.Repeat(label, count).ToArray()), 3);

    private static float[] Floats(Tensor tensor) => tensor.ToArray<float>();

    private static double Mean(Tensor logits, Func<double, double> loss) => Floats(logits).Average(logit => loss(logit));

    private static double CrossEntropy(Tensor logits, Tensor labels)
    {
        var (values, truth) = (Floats(logits), labels.ToArray<int>());
        return truth.Select((label, i) => values.Skip(3 * i).Take(3).ToArray() is var row
            ? Math.Log(row.Sum(value => Math.Exp(value))) - row[label] : 0).Average();
    }
}
