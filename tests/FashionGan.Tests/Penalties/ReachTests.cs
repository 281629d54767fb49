using FashionGanTf.Networks;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Tests;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Penalties;

/// <summary>A penalty's gradient reaches every weight that the slope depends on, in a discriminator of all parts that there are, and is
/// that of the penalty: along a random direction of each weight it is the difference of penalties. Attention is on its own, with few
/// places: a slope jumps where a pool's largest element becomes another one.</summary>
[TestClass]
public class ReachTests
{
    private static readonly Tensor s_real = FiniteDifferences.Random((4, 8, 8, 1), 1);
    private static readonly Tensor s_fake = FiniteDifferences.Random((4, 8, 8, 1), 2);
    private static readonly Tensor s_maps = FiniteDifferences.Random((2, 4, 2, 8), 1);

    private delegate Tensor Penalty(InputGradient slope, Tensor real, Tensor fake);

    [TestMethod]
    public void R1ReachesEveryWeight() => Check(new R1(2).Apply);

    [TestMethod]
    public void R2ReachesEveryWeight() => Check(new R2(2).Apply);

    [TestMethod]
    [DataRow(0f)]
    [DataRow(1f)]
    public void AGradientPenaltyReachesEveryWeight(float center) => Check((slope, real, fake) =>
        new GradientPenalty(2, center).Apply(slope, real, fake, FiniteDifferences.Random((real.shape[0], 1, 1, 1), 3, low: 0)));

    [TestMethod]
    public void ASlopeOfZeroHasNoGradientAndNoNaN()
    {
        var flat = tf.Variable(tf.zeros((64, 1)));
        using var tape = tf.GradientTape();
        var penalty = new GradientPenalty(10).Apply(
            new InputGradient(x => tf.matmul(tf.reshape(x, (4, 64)), flat.AsTensor())), s_real, s_fake, tf.fill((4, 1, 1, 1), 0.5f));
        Assert.AreEqual(10, (float)penalty, 1e-5);
        foreach (var gradient in tape.gradient(penalty, flat).ToArray<float>())
            Assert.AreEqual(0, gradient);
    }

    [TestMethod]
    [DataRow(-1f)]
    [DataRow(float.NaN)]
    [DataRow(float.PositiveInfinity)]
    public void AWeightThatIsNoneIsRefused(float weight)
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new R1(weight)).Message, "gamma must be");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new R2(weight)).Message, "gamma must be");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GradientPenalty(weight)).Message, "lambda");
    }

    [TestMethod]
    public void TheNumbersOfAnInterpolationAreDrawnAndSeeded()
    {
        float Penalty(int seed)
        {
            tf.set_random_seed(seed);
            return (float)new GradientPenalty(1).Apply(
                new InputGradient(x => tf.reduce_sum(tf.pow(x, 3f), (1, 2, 3))), s_real, s_fake);
        }

        Assert.AreEqual(Penalty(1), Penalty(1));
        Assert.AreNotEqual(Penalty(1), Penalty(2));
    }

    private static void Check(Penalty penalty)
    {
        tf.set_random_seed(4);
        Check(penalty, Discriminator(), s_real, s_fake);
        var maps = keras.Input((4, 2, 8));
        Check(penalty, WithRandomWeights(maps, new SelfAttention().Apply(maps)), s_maps, s_maps);
    }

    private static void Check(Penalty penalty, Model discriminator, Tensor real, Tensor fake)
    {
        var variables = discriminator.TrainableVariables;
        Tensor[] gradients;
        using (var tape = tf.GradientTape())
            gradients = tape.gradient(Value(), variables);
        foreach (var (variable, gradient) in variables.Zip(gradients))
        {
            // A bias after which nothing bends has no part in any slope.
            if (variable.Name == discriminator.Layers[^1].Name + "/bias:0")
            {
                Assert.IsNull(gradient, variable.Name);
                continue;
            }

            Assert.IsNotNull(gradient, variable.Name);
            var (value, direction) = (variable.AsTensor(), FiniteDifferences.Random(variable.shape, 5));
            const float Step = 2e-3f;
            variable.assign(value + Step * direction);
            var up = (double)Value();
            variable.assign(value - Step * direction);
            var down = (double)Value();
            variable.assign(value);
            var along = (double)tf.reduce_sum(gradient * direction);
            Assert.AreEqual((up - down) / (2 * Step), along, 2e-2 * Math.Abs(along) + 1e-3, variable.Name);
            Assert.AreNotEqual(0, along, variable.Name);
        }

        // Spectral normalisation keeps its vectors outside of training.
        Tensor Value() => penalty(new InputGradient(x => discriminator.Apply(x, training: false)), real, fake);
    }

    private static Model Discriminator()
    {
        var pictures = keras.Input((8, 8, 1));
        Tensor x = keras.layers.SpectralNormalization(keras.layers.Conv2D(8, (3, 3), padding: "same", activation: keras.activations.Tanh))
            .Apply(pictures);
        x = FirResampling.Down(1, 2, 1).Apply(x);
        x = new ResidualBlock(16, groups: 2, activation: "tanh").Apply(x);
        x = keras.layers.Conv2D(4, (3, 3), (2, 2), "same", activation: keras.activations.Tanh).Apply(x);
        var model = WithRandomWeights(pictures, new MinibatchStandardDeviation().Apply(x));
        for (var step = 0; step < 100; step++)
            model.Apply(s_real, training: true);
        return model;
    }

    /// <summary>A model that ends with a logit. What begins with zeros would hide what lies behind it, so nothing does.</summary>
    private static Functional WithRandomWeights(Tensors pictures, Tensor x)
    {
        var model = keras.Model(pictures, keras.layers.Dense(1).Apply(keras.layers.Flatten().Apply(x)));
        foreach (var weight in model.TrainableVariables)
            weight.assign(FiniteDifferences.Random(weight.shape, 6, -0.5f, 0.5f));
        return model;
    }
}
