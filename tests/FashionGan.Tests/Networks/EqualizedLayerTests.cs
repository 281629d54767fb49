using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>Layers with an equalised learning rate, against their formulas in plain loops and against finite differences.</summary>
[TestClass]
public class EqualizedLayerTests
{
    private static readonly float[] s_taps = [1 / 8f, 3 / 8f, 3 / 8f, 1 / 8f];

    [TestMethod]
    [DataRow(1f, false)]
    [DataRow(0.01f, true)]
    public void ADenseLayerIsItsFormula(float multiplier, bool activates)
    {
        var layer = new EqualizedDense(3, activates, bias: 0.5f, learning_rate_multiplier: multiplier);
        var x = FiniteDifferences.Random((2, 5), 1);
        var y = ((Tensor)layer.Apply(x)).ToArray<float>();
        var (kernel, bias) = (Values(layer, 0), Values(layer, 1));
        CollectionAssert.AreEqual(new[] { 0.5f, 0.5f, 0.5f }, bias);
        for (var n = 0; n < 2; n++)
            for (var unit = 0; unit < 3; unit++)
            {
                double sum = bias[unit] * multiplier;
                for (var i = 0; i < 5; i++)
                    sum += x.ToArray<float>()[n * 5 + i] * kernel[i * 3 + unit] * multiplier / Math.Sqrt(5);
                Assert.AreEqual(activates ? Activated(sum) : sum, y[n * 3 + unit], 1e-5);
            }
    }

    /// <summary>So that layers begin alike, whatever their rate.</summary>
    [TestMethod]
    [DataRow(1f)]
    [DataRow(0.01f)]
    public void AtFirstResultsHaveAVarianceOfOne(float multiplier)
    {
        tf.set_random_seed(1);
        Tensor y = new EqualizedDense(400, learning_rate_multiplier: multiplier).Apply(tf.random.normal((50, 300)));
        Assert.AreEqual(1, (float)tf.reduce_variance(y), 0.05);
    }

    [TestMethod]
    [DataRow(1, false, true)]
    [DataRow(3, false, false)]
    [DataRow(3, true, true)]
    [DataRow(1, true, false)]
    public void AConvolutionIsItsFormula(int size, bool down, bool activates)
    {
        var layer = new EqualizedConv2D(3, size, activates, down: down, gain: 0.7f);
        var x = FiniteDifferences.Random((2, 4, 6, 2), 1);
        layer.Apply(x);
        layer.TrainableVariables[1].assign(FiniteDifferences.Random(3, 2));
        Tensor y = layer.Apply(x);
        Assert.AreEqual(new Shape(2, down ? 2 : 4, down ? 3 : 6, 3), y.shape);
        Assert.AreEqual(y.shape, layer.ComputeOutputShape(x.shape));
        var (kernel, bias, pixels) = (Values(layer, 0), Values(layer, 1), x.ToArray<float>());
        var (actual, place) = (y.ToArray<float>(), 0);
        for (var n = 0; n < 2; n++)
            for (var row = 0; row < y.shape[1]; row++)
                for (var column = 0; column < y.shape[2]; column++)
                    for (var filter = 0; filter < 3; filter++)
                    {
                        double sum = 0;
                        for (var i = 0; i < size; i++)
                            for (var j = 0; j < size; j++)
                                for (var channel = 0; channel < 2; channel++)
                                    sum += kernel[((i * size + j) * 2 + channel) * 3 + filter] * At(n, row, column, i, j, channel);
                        var result = 0.7 * (activates ? Activated(sum / Math.Sqrt(size * size * 2) + bias[filter])
                            : sum / Math.Sqrt(size * size * 2) + bias[filter]);
                        Assert.AreEqual(result, actual[place++], 1e-5);
                    }

        // What the kernel's place (i, j) meets for a result: the pixel itself, or of maps that were filtered; nothing lies outside.
        double At(int n, int row, int column, int i, int j, int channel)
        {
            if (!down)
                return Pixel(row + i - size / 2, column + j - size / 2);
            var (top, left) = (2 * row + i - size / 2 - 1, 2 * column + j - size / 2 - 1);
            double sum = 0;
            for (var a = 0; a < 4; a++)
                for (var b = 0; b < 4; b++)
                    sum += s_taps[a] * s_taps[b] * Pixel(top + a, left + b);
            return sum;

            double Pixel(int y, int x) => y is < 0 or >= 4 || x is < 0 or >= 6 ? 0 : pixels[((n * 4 + y) * 6 + x) * 2 + channel];
        }
    }

    [TestMethod]
    public void AConvolutionsGradientIsDifferentiable()
    {
        var layer = new EqualizedConv2D(2, 3, down: true);
        var x = FiniteDifferences.Random((1, 4, 4, 2), 1);
        layer.Apply(x);
        FiniteDifferences.Check("equalised convolution", inputs => tf.pow(layer.Apply(inputs[0]), 3f), [x], step: 3e-3f, tolerance: 2e-2);
    }

    /// <summary>Along a random direction of each kernel, of the squares of the gradient to the maps, as R1 needs it. Few places and a
    /// short step: the rectifier bends at none of them.</summary>
    [TestMethod]
    public void ADownsamplingBlocksSlopeHasTheRightGradient()
    {
        tf.set_random_seed(7);
        var block = new DownsamplingBlock(4);
        var x = FiniteDifferences.Random((2, 4, 4, 2), 3);
        Assert.AreEqual(new Shape(2, 2, 2, 4), ((Tensor)block.Apply(x)).shape);
        Assert.AreEqual(new Shape(2, 2, 2, 4), block.ComputeOutputShape(x.shape));
        var weights = FiniteDifferences.Random((2, 2, 2, 4), 4);
        var kernels = block.TrainableVariables.Where(weight => weight.shape.ndim == 4).ToList();
        Assert.HasCount(3, kernels);
        Tensor[] gradients;
        using (var tape = tf.GradientTape())
            gradients = tape.gradient(Squares(), kernels);
        foreach (var (kernel, gradient) in kernels.Zip(gradients))
        {
            var (value, direction) = (kernel.AsTensor(), FiniteDifferences.Random(kernel.shape, 5));
            const float Step = 1e-3f;
            kernel.assign(value + Step * direction);
            var up = (double)Squares();
            kernel.assign(value - Step * direction);
            var down = (double)Squares();
            kernel.assign(value);
            var along = (double)tf.reduce_sum(gradient * direction);
            Assert.AreEqual((up - down) / (2 * Step), along, 1e-2 * Math.Abs(along) + 1e-3, kernel.Name);
            Assert.AreNotEqual(0, along, kernel.Name);
        }

        Tensor Squares()
        {
            using var tape = tf.GradientTape();
            tape.watch(x);
            return tf.reduce_sum(tf.square(tape.gradient(tf.reduce_sum((Tensor)block.Apply(x) * weights), x)));
        }
    }

    /// <summary>Its weights divided by the root of the number of features make the plain layer the same.</summary>
    [TestMethod]
    public void AnEqualisedProjectionIsAPlainOneOfSmallerWeights()
    {
        tf.set_random_seed(6);
        Tensor phi = FiniteDifferences.Random((3, 16), 1), condition = FiniteDifferences.Random((3, 60), 2);
        var (equalized, plain) = (new ProjectionLogit(equalized: true), new ProjectionLogit());
        var given = new Tensors(phi, condition);
        equalized.Apply(given);
        plain.Apply(given);
        foreach (var (from, to) in equalized.TrainableVariables.Zip(plain.TrainableVariables))
            to.assign(from.Name.Contains("/bias", StringComparison.Ordinal) ? from.AsTensor() : from.AsTensor() / 4f);
        foreach (var (one, other) in ((Tensor)plain.Apply(given)).ToArray<float>()
            .Zip(((Tensor)equalized.Apply(given)).ToArray<float>()))
            Assert.AreEqual(one, other, 1e-5);
        Assert.AreEqual(1, (float)tf.reduce_variance(equalized.TrainableVariables[2].AsTensor()), 0.15);
    }

    [TestMethod]
    public void SizesThatCannotBeAreRefused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new EqualizedDense(0));
        Assert.ThrowsExactly<ArgumentException>(() => new EqualizedDense(1, learning_rate_multiplier: 0));
        Assert.ThrowsExactly<ArgumentException>(() => new EqualizedConv2D(4, 2));
    }

    private static double Activated(double x) => Math.Sqrt(2) * (x < 0 ? 0.2 * x : x);

    private static float[] Values(Layer layer, int weight) => layer.TrainableVariables[weight].numpy().ToArray<float>();
}
