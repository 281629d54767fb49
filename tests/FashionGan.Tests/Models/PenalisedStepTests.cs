using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>What the discriminator pays in a step beside its loss, and in which steps.</summary>
[TestClass]
public class PenalisedStepTests
{
    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 8, [12, 8, 4], [4, 8], Dropout: 0);

    [TestMethod]
    [DataRow(1, "0 1 2 3 4 5 6")]
    [DataRow(3, "0 3 6")]
    public void APenaltyIsTakenInEveryKthStep(int every, string expected)
    {
        var penalty = new Listening();
        var gan = Compiled([penalty], every);
        List<int> steps = [];
        for (var step = 0; step < 7; step++)
        {
            var before = penalty.Calls;
            gan.train_step(Pictures(), null);
            if (penalty.Calls > before)
                steps.Add(step);
        }

        Assert.AreEqual(expected, string.Join(' ', steps));
        Assert.AreEqual(new Shape(4, 28, 28, 1), penalty.Real);
        Assert.AreEqual(new Shape(4, 28, 28, 1), penalty.Fake);
    }

    [TestMethod]
    public void TakenSeldomItWeighsAsManyTimesAsMuch()
    {
        float[] After(float gamma, int every)
        {
            var gan = Compiled([new R1(gamma)], every);
            gan.train_step(Pictures(), null);
            return Values(gan);
        }

        CollectionAssert.AreEqual(After(gamma: 6, every: 1), After(gamma: 2, every: 3));
        CollectionAssert.AreNotEqual(After(gamma: 2, every: 1), After(gamma: 2, every: 3));
    }

    [TestMethod]
    public void TheLoggedLossHasNoPenaltyAndTheSlopeIsLess()
    {
        float Loss(FashionGan gan) => gan.train_step(Pictures(), null)["d_loss"];
        float Slope(FashionGan gan) =>
            (float)new R1(2).Apply(
                new InputGradient(images => gan.Discriminator.Apply(images, training: true)), Pictures(), Pictures());

        var (plain, penalised) = (Compiled([], 1), Compiled([new R1(100)], 1));
        Assert.AreEqual(Loss(plain), Loss(penalised), "the first step's loss, which no update has changed yet");
        for (var step = 0; step < 20; step++)
        {
            Loss(plain);
            Loss(penalised);
        }

        Assert.IsLessThan(Slope(plain) / 2, Slope(penalised));
    }

    [TestMethod]
    public void EverySecondOfNoneIsRefused() => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Compiled([], 0));

    /// <summary>Of every network, all that a picture is multiplied with on its way to the logit: biases bend nothing in networks of leaky
    /// rectifiers, and a head that names the class has no part in the logit.</summary>
    [TestMethod]
    [DataRow("dcgan", 0, 0)]
    [DataRow("dcgan", 14, 0)]
    [DataRow("dcgan", 0, 3)]
    [DataRow("dcgan", 14, 3, true)]
    [DataRow("residual", 0, 0)]
    [DataRow("residual", 0, 3)]
    [DataRow("stylegan", 0, 0)]
    [DataRow("stylegan", 0, 3)]
    public void ItsGradientReachesEveryKernelOfTheDiscriminator(string network, int attention, int classes, bool spectralNorm = false)
    {
        tf.set_random_seed(3);
        var discriminator = new FashionGan(
            4, classes, network: network, attention: attention == 0 ? null : attention, spectral_normalization: spectralNorm).Discriminator;
        // What begins with zeros would hide what lies behind it.
        foreach (var (_, weight) in discriminator.named_weights)
            if ((float)tf.reduce_sum(tf.abs(weight.AsTensor())) == 0)
                weight.assign(tf.random.normal(weight.shape, stddev: 0.1f));
        var condition = classes == 0 ? null : Condition.InTurn(0, 4, classes);
        using var tape = tf.GradientTape();
        var penalty = new R1(1).Apply(
            new InputGradient(
                images => discriminator.Apply(condition is null ? images : new Tensors(images, condition), training: false)[0]),
            Pictures(), Pictures());
        var weights = discriminator.named_weights.Where(weight => !weight.Name.EndsWith("bias", StringComparison.Ordinal)
            && !weight.Name.Contains("/bias", StringComparison.Ordinal) && !weight.Name.EndsWith("/u", StringComparison.Ordinal)
            && !(classes > 0 && weight.Name == "dense/kernel")).ToList();
        Assert.IsGreaterThan(2, weights.Count);
        foreach (var ((name, _), gradient) in weights.Zip(tape.gradient(penalty, weights.Select(weight => weight.Variable))))
        {
            Assert.IsNotNull(gradient, name);
            Assert.IsGreaterThan(0f, (float)tf.reduce_sum(tf.abs(gradient)), name);
        }
    }

    /// <summary>A slope through batch normalisation would be that of a batch, not of a picture.</summary>
    [TestMethod]
    [DataRow("dcgan", 0)]
    [DataRow("dcgan", 3)]
    [DataRow("residual", 0)]
    [DataRow("residual", 3)]
    [DataRow("stylegan", 0)]
    [DataRow("stylegan", 3)]
    public void NoDiscriminatorNormalisesBatches(string network, int classes)
    {
        var layers = new FashionGan(4, classes, network: network).Discriminator.Layers;
        Assert.IsFalse(layers.SelectMany(layer => layer.Layers.Prepend(layer)).Any(layer => layer is BatchNormalization));
    }

    private static FashionGan Compiled(IReadOnlyList<IPenalty> penalties, int every)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(s_shape);
        gan.Noise = _ => Tensorflow.Tests.FiniteDifferences.Random((4, 8), 2);
        gan.compile(keras.optimizers.Adam(1e-3f, 0), keras.optimizers.Adam(1e-3f, 0), new NonSaturating(), penalties, every);
        return gan;
    }

    private static Tensor Pictures() => Tensorflow.Tests.FiniteDifferences.Random((4, 28, 28, 1), 1);

    private static float[] Values(FashionGan gan) =>
        [.. gan.Discriminator.TrainableVariables.SelectMany(variable => variable.numpy().ToArray<float>())];

    private sealed class Listening : IPenalty
    {
        internal int Calls { get; private set; }

        internal Shape? Real { get; private set; }

        internal Shape? Fake { get; private set; }

        public Tensor Apply(InputGradient slope, Tensor real, Tensor fake)
        {
            (Calls, Real, Fake) = (Calls + 1, real.shape, fake.shape);
            return tf.reduce_mean(slope.Squares(real));
        }
    }
}
