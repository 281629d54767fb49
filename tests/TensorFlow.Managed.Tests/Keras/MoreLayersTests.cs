using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Convolutions in groups, of each channel by itself and of sequences compute what PyTorch's do (golden/make.py); and a few
/// layers of other kinds.</summary>
[TestClass]
public class MoreLayersTests
{
    [TestMethod]
    public void OutputsAndGradientsArePyTorchs()
    {
        var seen = new List<string>();
        foreach (var golden in Golden.Cases("convolutions_grouped"))
        {
            var layer = Make(golden);
            if (golden.Has("pointwise"))
            {
                GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["pointwise"], golden["bias"]);
                GoldenLayers.Check(golden, layer, weightGradients: ["dkernel", "dpointwise", "dbias"]);
            }
            else
            {
                GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["bias"]);
                GoldenLayers.Check(golden, layer, weightGradients: ["dkernel", "dbias"]);
            }

            Assert.AreEqual(golden["y"].shape, layer.ComputeOutputShape(golden["x"].shape), $"{golden}");
            seen.Add(golden.Text("layer"));
        }

        Assert.AreEqual("conv1d 3, conv2d 5, depthwise_conv2d 4, separable_conv2d 2",
            string.Join(", ", seen.Order().GroupBy(name => name).Select(group => $"{group.Key} {group.Count()}")));
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        Tensor x = FiniteDifferences.Random((2, 4, 5, 2), 1), sequences = FiniteDifferences.Random((2, 5, 2), 1);
        FiniteDifferences.Check("groups", at => tf.square(Operation(at[0], at[1])), [x, FiniteDifferences.Random((3, 3, 1, 4), 2)]);
        FiniteDifferences.Check("depthwise", at => tf.square(
            Tensorflow.Operations.DepthwiseConv2D.Apply(at[0], at[1], (2, 1), "same", (1, 2))),
            [x, FiniteDifferences.Random((3, 2, 2, 2), 3)]);
        var causal = (Layer)keras.layers.Conv1D(3, 2, padding: "causal", dilation_rate: 2, activation: "tanh");
        FiniteDifferences.Check("causal", at => causal.Apply(at[0]), [sequences]);

        static Tensor Operation(Tensor x, Tensor kernel) => Tensorflow.Operations.GroupedConv2D.Apply(x, kernel, 2, (1, 1), "same", (1, 1));
    }

    [TestMethod]
    public void WhatCannotBeDividedIsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Conv2D(8, 3, groups: 3)).Message,
            "filters, 8, cannot be divided into 3 equal groups");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Conv2D(8, 3, groups: 4).Apply(tf.zeros((1, 5, 5, 6)))).Message,
            "the input's channels, 6, cannot be divided into 4 equal groups");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Conv1D(8, 3, padding: "full")).Message,
            "padding is 'same' or 'valid', not 'full'");
    }

    [TestMethod]
    public void APReluHasASlopeWhereItIsAskedTo()
    {
        var each = (Layer)keras.layers.PReLU(keras.initializers.Constant(0.25f));
        Tensor x = FiniteDifferences.Random((2, 3, 4, 5), 1), y = each.Apply(x);
        Near.AreEqual(tf.where(x > 0f, x, 0.25f * x), y, "a quarter below 0");
        Assert.AreEqual<Shape>((3, 4, 5), each.Weights.Single().shape);
        var shared = (Layer)keras.layers.PReLU(shared_axes: (1, 2));
        shared.Apply(x);
        Assert.AreEqual<Shape>((1, 1, 5), shared.Weights.Single().shape);
        // Away from the bend.
        FiniteDifferences.Check("slope", at => each.Apply(at[0]), [tf.sign(x) * (tf.abs(x) + 0.1f)]);
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.PReLU(shared_axes: 0).Apply(x));
    }

    [TestMethod]
    public void AxesChangeAndBytesBecomeNumbers()
    {
        var x = FiniteDifferences.Random((2, 3, 4), 1);
        Near.AreEqual(tf.transpose(x, new Axis(0, 2, 1)), keras.layers.Permute([2, 1]).Apply(x), "turned", 0);
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Permute([0, 1]));
        Near.AreEqual(tf.constant(new[,] { { -1f, 1f } }),
            keras.layers.Rescaling(1 / 127.5f, -1).Apply(tf.constant(new byte[,] { { 0, 255 } })), "bytes", 1e-6);
    }

    /// <summary>Keras' own examples.</summary>
    [TestMethod]
    public void TheLargestOfEachWindowOfASequence()
    {
        var x = tf.reshape(tf.constant(new[] { 1f, 2f, 3f, 4f, 5f }), (1, 5, 1));
        Check([2, 3, 4, 5], 1, "valid");
        Check([2, 4], 2, "valid");
        Check([2, 3, 4, 5, 5], 1, "same");
        FiniteDifferences.Check(
            "max", at => keras.layers.MaxPooling1D(3, 1, "same").Apply(at[0]), [FiniteDifferences.Random((2, 5, 2), 1)]);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => keras.layers.MaxPooling1D(0)).Message, "pool_size must be a");

        void Check(float[] expected, int strides, string padding)
        {
            var layer = (Layer)keras.layers.MaxPooling1D(2, strides, padding);
            Near.AreEqual(tf.reshape(tf.constant(expected), (1, -1, 1)), layer.Apply(x), padding, 0);
            Assert.AreEqual<Shape>((-1, expected.Length, 1), layer.ComputeOutputShape((-1, 5, 1)));
        }
    }

    [TestMethod]
    public void EachKernelOfASeparableConvolutionHasItsCost()
    {
        var cost = keras.regularizers.l2(0.5f);
        var layer = (Layer)keras.layers.SeparableConv2D(3, 2, depthwise_regularizer: cost, pointwise_regularizer: keras.regularizers.l1(1));
        layer.Apply(tf.zeros((1, 4, 4, 2)));
        CollectionAssert.AreEqual(new[]
        {
            0.5f * (float)tf.reduce_sum(tf.square(layer.Weights[0].AsTensor())),
            (float)tf.reduce_sum(tf.abs(layer.Weights[1].AsTensor())),
        }, layer.losses.ConvertAll(loss => (float)loss));
        var depthwise = (Layer)keras.layers.DepthwiseConv2D(2, depthwise_regularizer: cost, use_bias: true, bias_regularizer: cost);
        depthwise.Apply(tf.zeros((1, 4, 4, 2)));
        Assert.HasCount(2, depthwise.losses);
    }

    private static Layer Make(Golden golden)
    {
        int Number(string name) => golden.Parameters.GetProperty(name).GetInt32();
        Shape kernel = golden["kernel"].shape;
        var (strides, dilation, padding) = (Number("strides"), Number("dilation"), golden.Text("padding"));
        return (Layer)(golden.Text("layer") switch
        {
            "conv2d" => keras.layers.Conv2D((int)kernel[3], kernel[..2], strides, padding, dilation_rate: dilation,
                groups: Number("groups"), use_bias: true),
            "depthwise_conv2d" => keras.layers.DepthwiseConv2D(
                kernel[..2], strides, padding, dilation_rate: dilation, depth_multiplier: Number("depth_multiplier"), use_bias: true),
            "separable_conv2d" => keras.layers.SeparableConv2D((int)golden["bias"].size, kernel[..2], strides, padding,
                dilation_rate: dilation, depth_multiplier: Number("depth_multiplier")),
            "conv1d" => keras.layers.Conv1D((int)kernel[2], kernel[0], strides, padding, dilation_rate: dilation),
            var other => throw new InvalidOperationException(other),
        });
    }
}
