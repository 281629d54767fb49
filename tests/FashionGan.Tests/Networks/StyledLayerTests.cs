using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>The layers of StyleGAN's synthesis network around the modulated convolution, which has tests of its own.</summary>
[TestClass]
public class StyledLayerTests
{
    private static readonly Tensor s_maps = FiniteDifferences.Random((2, 3, 3, 2), 1);
    private static readonly Tensor s_styles = FiniteDifferences.Random((2, 4, 5), 2);

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void AStyledConvolutionIsItsParts(bool up)
    {
        tf.set_random_seed(1);
        var layer = new StyledConvolution(3, style: 2, up);
        var noise = FiniteDifferences.Random((1, up ? 6 : 3, up ? 6 : 3, 1), 3);
        var at_first = (Tensor)layer.Apply(new Tensors(s_maps, s_styles, noise));
        CollectionAssert.AreEqual(at_first.ToArray<float>(), ((Tensor)layer.Apply(new Tensors(s_maps, s_styles, 5 * noise)))
            .ToArray<float>(), "noise has no strength at first");
        Assert.AreEqual(at_first.shape, layer.ComputeOutputShape(s_maps.shape));

        Weight(layer, "noise_strength").assign(tf.constant(new[] { 0.3f }));
        Weight(layer, "bias").assign(FiniteDifferences.Random(3, 4));
        var convolution = new ModulatedConvolution(3, 3, up: up);
        var style = tf.matmul(s_styles[":, 2"], Weight(layer, "affine/kernel").AsTensor() / MathF.Sqrt(5)) + 1f;
        convolution.Apply(new Tensors(s_maps, style));
        convolution.TrainableVariables[0].assign(Weight(layer, "kernel").AsTensor());
        var sum = (Tensor)convolution.Apply(new Tensors(s_maps, style)) + 0.3f * noise + Weight(layer, "bias").AsTensor();
        var expected = MathF.Sqrt(2) * tf.maximum(sum, 0.2f * sum);
        foreach (var (one, other) in expected.ToArray<float>()
            .Zip(((Tensor)layer.Apply(new Tensors(s_maps, s_styles, noise))).ToArray<float>()))
            Assert.AreEqual(one, other, 1e-5);
    }

    [TestMethod]
    public void ToPictureIsItsFormula()
    {
        tf.set_random_seed(2);
        var layer = new ToPicture(1, style: 3);
        layer.Apply(new Tensors(s_maps, s_styles));
        Weight(layer, "bias").assign(tf.constant(new[] { 0.25f }));
        Tensor y = layer.Apply(new Tensors(s_maps, s_styles));
        Assert.AreEqual(new Shape(2, 3, 3, 1), y.shape);
        Assert.AreEqual(y.shape, layer.ComputeOutputShape(s_maps.shape));
        var style = (tf.matmul(s_styles[":, 3"], Weight(layer, "affine/kernel").AsTensor() / MathF.Sqrt(5)) + 1f) / MathF.Sqrt(2);
        var expected = tf.reduce_sum(
            s_maps * tf.reshape(style * tf.reshape(Weight(layer, "kernel").AsTensor(), (1, 2)), (2, 1, 1, 2)), -1) + 0.25f;
        foreach (var (one, other) in expected.ToArray<float>().Zip(y.ToArray<float>()))
            Assert.AreEqual(one, other, 1e-5);
    }

    /// <summary>To maps, styles and noise, with a strength and a bias that are not 0.</summary>
    [TestMethod]
    public void GradientsAreThoseOfFiniteDifferences()
    {
        tf.set_random_seed(4);
        var noise = FiniteDifferences.Random((2, 3, 3, 1), 3);
        var layer = new StyledConvolution(3, style: 1);
        layer.Apply(new Tensors(s_maps, s_styles, noise));
        Weight(layer, "noise_strength").assign(tf.constant(new[] { 0.7f }));
        FiniteDifferences.Check("styled convolution", given => layer.Apply(new Tensors(given)), [s_maps, s_styles, noise], second: false,
            step: 2e-3f, tolerance: 2e-2);
        var picture = new ToPicture(3, style: 0);
        picture.Apply(new Tensors(s_maps, s_styles));
        FiniteDifferences.Check("to picture", given => picture.Apply(new Tensors(given)), [s_maps, s_styles], step: 3e-3f);
    }

    [TestMethod]
    public void NoiseIsNewForEveryPictureInTrainingAndOtherwiseAlwaysTheSame()
    {
        tf.set_random_seed(5);
        var map = new NoiseMap(4);
        var styles = tf.zeros((3, 6, 2));
        float[] Noise(bool training) => ((Tensor)map.Apply(styles, training: training)).ToArray<float>();
        var constant = Noise(training: false);
        Assert.HasCount(16, constant);
        var drawn = Noise(training: true);
        Assert.HasCount(3 * 16, drawn);
        Assert.HasCount(3 * 16, drawn.Distinct());
        CollectionAssert.AreNotEqual(drawn, Noise(training: true));
        CollectionAssert.AreEqual(constant, Noise(training: false));
        Assert.IsEmpty(map.TrainableVariables);
    }

    [TestMethod]
    public void TheConstantIsTheSameForAllPictures()
    {
        var layer = new LearnedConstant(4, 3);
        Tensor y = layer.Apply(tf.zeros((2, 6, 2)));
        Assert.AreEqual(new Shape(2, 4, 4, 3), y.shape);
        var constant = layer.TrainableVariables[0].numpy().ToArray<float>();
        CollectionAssert.AreEqual(constant.Concat(constant).ToArray(), y.ToArray<float>());
    }

    private static IVariableV1 Weight(Layer layer, string name) => layer.TrainableVariables.Single(variable =>
        variable.Name == $"{layer.Name}/{name}:0" || variable.Name == $"{name}:0" || (name == "kernel"
            && variable.Name.StartsWith("modulated_convolution", StringComparison.Ordinal)));
}
