using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

[TestClass]
public class ModulatedConvolutionTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Rows("modulated_conv", "what", "modulated_conv");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ItIsPyTorchs(GoldenCase golden)
    {
        var kernel = golden["kernel"].shape;
        GoldenLayer.Check(
            golden, new ModulatedConvolution((int)kernel[3], (int)kernel[0], golden.Flag("demodulate"), golden.Whole("up") == 2),
            ["x", "style"], "kernel");
    }

    [TestMethod]
    public void DemodulatedResultsHaveAVarianceNearOne()
    {
        tf.set_random_seed(2);
        Tensor x = tf.random.normal((8, 12, 12, 32)), style = 3 + tf.random.normal((8, 32));
        Tensor y = new ModulatedConvolution(16, 3).Apply(new Tensors(x, style));
        Assert.AreEqual(1, (float)tf.reduce_variance(y[":, 1:-1, 1:-1"]), 0.05);
    }

    [TestMethod]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable()
    {
        var layer = new ModulatedConvolution(2, 3, up: true);
        Tensor[] inputs = [FiniteDifferences.Random((2, 2, 2, 2), 1), FiniteDifferences.Random((2, 2), 2, 0.5f, 1.5f)];
        layer.Apply(new Tensors(inputs));
        FiniteDifferences.Check("modulated convolution", given => layer.Apply(new Tensors(given)), inputs, step: 3e-3f, tolerance: 2e-2);
    }

    [TestMethod]
    public void AnEvenKernelIsRefused() => Assert.ThrowsExactly<ArgumentException>(() => new ModulatedConvolution(4, 2));
}
