using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Convolutions and transposed convolutions.</summary>
[TestClass]
public class ConvolutionTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("conv2d"))
        {
            var dilation = golden.Parameters.GetProperty("dilation").GetInt32();
            Check(golden, (x, kernel) => tf.nn.conv2d(x, kernel, Strides(golden), golden.Text("padding"), dilations: dilation));
        }
    }

    [TestMethod]
    public void TransposedValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("conv2d_transpose"))
            Check(golden, (x, kernel) => tf.nn.conv2d_transpose(x, kernel, golden["y"].shape, Strides(golden), golden.Text("padding")));
    }

    [TestMethod]
    [DataRow(1, 1, "same", 1)]
    [DataRow(2, 1, "same", 1)]
    [DataRow(2, 3, "valid", 1)]
    [DataRow(1, 1, "same", 2)]
    [DataRow(2, 1, "valid", 2)]
    public void GradientsAreTheSlopes(int strideH, int strideW, string padding, int dilation) => FiniteDifferences.Check(
        $"conv2d {strideH} {strideW} {padding} {dilation}",
        x => Conv2D.Apply(x[0], x[1], (strideH, strideW), padding, (dilation, dilation)),
        [FiniteDifferences.Random((2, 5, 4, 2), 1), FiniteDifferences.Random((3, 2, 2, 2), 2)]);

    [TestMethod]
    [DataRow(1, "same", 3, 2)]
    [DataRow(2, "same", 5, 4)]
    [DataRow(3, "valid", 9, 6)]
    public void TransposedGradientsAreTheSlopes(int stride, string padding, int height, int width) => FiniteDifferences.Check(
        $"conv2d_transpose {stride} {padding}",
        x => Conv2DTranspose.Apply(x[0], x[1], (height, width), (stride, stride), padding),
        [FiniteDifferences.Random((2, 3, 2, 2), 1), FiniteDifferences.Random((3, 2, 3, 2), 2)]);

    [TestMethod]
    public void EmptyBatchesGiveEmptyPicturesAndNoGradient()
    {
        Tensor x = Fill.Ones((0, 4, 4, 2)), kernel = Fill.Ones((3, 3, 2, 5));
        using var tape = tf.GradientTape();
        tape.watch(kernel);
        var y = Conv2D.Apply(x, kernel, (1, 1), "same", (1, 1));
        Assert.AreEqual(new Shape(0, 4, 4, 5), y.shape);
        CollectionAssert.AreEqual(new float[90], tape.gradient(y, kernel).ToArray<float>());
    }

    [TestMethod]
    public void ErrorsNameWhatDoesNotFit()
    {
        Tensor x = Fill.Ones((2, 4, 4, 3)), kernel = Fill.Ones((5, 5, 3, 8));
        StringAssert.Contains(Error(() => Convolve(x, Fill.Ones((5, 5, 1, 8)))),
            "Conv2D: the pictures (2, 4, 4, 3) have 3 channels, but the kernel (5, 5, 1, 8) is for 1.");
        StringAssert.Contains(Error(() => Convolve(Fill.Ones((4, 4, 3)), kernel)), "(N, H, W, channels), but the shape is (4, 4, 3)");
        StringAssert.Contains(Error(() => Convolve(x, Fill.Ones((5, 5)))), "the kernel needs four axes");
        StringAssert.Contains(Error(() => Convolve(x, kernel, "valid")), "a kernel 5 high does not fit into a picture 4 high");
        StringAssert.Contains(Error(() => Convolve(x, kernel, "full")), "\"same\" or \"valid\", not \"full\"");
        StringAssert.Contains(Error(() => Convolve(Fill.Apply((2, 4, 4, 3), 1, TF_DataType.TF_INT32), kernel)),
            "x must be float32, but is int32");
        StringAssert.Contains(Error(() => Conv2D.Apply(x, kernel, (0, 1), "same", (1, 1))), "at least 1");
        StringAssert.Contains(Error(() => Conv2DTranspose.Apply(x, kernel, (8, 8), (2, 2), "same")),
            "have 3 channels, but the kernel (5, 5, 3, 8) is for 8");
        StringAssert.Contains(Error(() => Conv2DTranspose.Apply(x, Fill.Ones((5, 5, 8, 3)), (9, 9), (2, 2), "same")),
            "comes from pictures of shape (2, 5, 5, 3), not (2, 4, 4, 3)");
        StringAssert.Contains(Error(() => tf.nn.conv2d(x, kernel, (1, 1), "SAME", "NCHW")), "NCHW");
        StringAssert.Contains(Error(() => tf.nn.conv2d(x, kernel, (1, 1, 1), "SAME")),
            "strides are one number, (H, W) or (1, H, W, 1), not (1, 1, 1)");
        StringAssert.Contains(Error(() => tf.nn.conv2d_transpose(x, Fill.Ones((5, 5, 8, 3)), (2, 8, 8, 7), 2)),
            "not the output_shape (2, 8, 8, 7)");

        static Tensor Convolve(Tensor x, Tensor kernel, string padding = "same") => Conv2D.Apply(x, kernel, (1, 1), padding, (1, 1));
        static string Error(Func<Tensor> f) => Assert.ThrowsExactly<ArgumentException>(() => f()).Message;
    }

    private static Shape Strides(Golden golden) =>
        golden.Parameters.GetProperty("strides").EnumerateArray().Select(stride => stride.GetInt32()).ToArray();

    private static void Check(Golden golden, Func<Tensor, Tensor, Tensor> f)
    {
        Tensor x = golden["x"], kernel = golden["kernel"];
        using var tape = tf.GradientTape();
        tape.watch(x);
        tape.watch(kernel);
        var y = f(x, kernel);
        if (golden.Flag("use_bias"))
            y += golden["bias"];
        Near.AreEqual(golden["y"], y, $"{golden} y");
        // The file has no gradients of the dilated convolution: finite differences check them.
        if (!golden.Has("dy"))
            return;
        var gradients = tape.gradient(y, new[] { x, kernel }, [golden["dy"]]);
        Near.AreEqual(golden["dx"], gradients[0], $"{golden} dx");
        Near.AreEqual(golden["dkernel"], gradients[1], $"{golden} dkernel");
    }
}
