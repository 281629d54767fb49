using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Saving;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>What all layers share: names, weights, freezing, types, the overloads that make them.</summary>
[TestClass]
public class LayerTests
{
    [TestMethod]
    public void NamesAreKeras()
    {
        foreach (var (kind, name) in new[]
        {
            ("Conv2DTranspose", "conv2d_transpose"), ("LeakyReLU", "leaky_re_lu"), ("ReLU", "re_lu"),
                ("BatchNormalization", "batch_normalization"),
            ("UpSampling2D", "up_sampling2d"), ("GlobalAveragePooling2D", "global_average_pooling2d"), ("Dense", "dense"),
        })
            Assert.AreEqual(name, LayerNames.SnakeCase(kind));
        Assert.AreEqual("named_only_here", new NamedOnlyHere().Name);
        Assert.AreEqual("named_only_here_1", new NamedOnlyHere().Name);
        Assert.StartsWith("activation", keras.layers.Activation("relu").Name);
        Assert.StartsWith("input_", keras.layers.InputLayer(3).Name);
    }

    [TestMethod]
    public void WeightsAreMadeWithTheFirstInput()
    {
        var layer = new Dense(new DenseArgs { Units = 3, Name = "top" });
        Assert.IsFalse(layer.Built);
        Assert.IsEmpty(layer.Weights);
        using (TensorScope.Begin())
            layer.Apply(FiniteDifferences.Random((2, 4), 1));
        Assert.IsTrue(layer.Built);
        // Made inside a scope that has ended, they live on.
        Assert.AreEqual<Shape>((4, 3), layer.get_weights()[0].shape);
        CollectionAssert.AreEqual(new[] { "top/kernel:0", "top/bias:0" }, layer.Weights.ConvertAll(weight => weight.Name));
        Assert.AreEqual(15, layer.count_params());
        CollectionAssert.AreEqual(new float[3], layer.get_weights()[1].ToArray<float>());
    }

    [TestMethod]
    public void WeightsAreSetAllOrNone()
    {
        var layer = new Dense(new DenseArgs { Units = 2, Name = "d" });
        layer.build(new Shape(-1, 1));
        layer.set_weights([np.array(1f, 2f).reshape((1, 2)), np.array(3f, 4f)]);
        CollectionAssert.AreEqual(new[] { 8f, 14f }, ((Tensor)layer.Apply(np.array(5f).reshape((1, 1)))).ToArray<float>());

        var error = Assert.ThrowsExactly<ArgumentException>(() => layer.set_weights([np.array(9f, 9f).reshape((1, 2)), np.array(3f)]));
        Assert.AreEqual("Layer 'd' (Dense): the weight d/bias:0 has the shape (2,); set_weights got (1,) for it.", error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(() => layer.set_weights([np.array(9f)]));
        Assert.AreEqual("Layer 'd' (Dense) has 2 weights; set_weights got 1.", error.Message);
        CollectionAssert.AreEqual(new[] { 1f, 2f }, layer.get_weights()[0].ToArray<float>());
    }

    [TestMethod]
    public void FreezingReachesTheLayersInside()
    {
        var first = keras.layers.Dense(3);
        var model = keras.Sequential(keras.layers.InputLayer(2), first, keras.layers.Dense(1));
        Assert.HasCount(4, model.TrainableWeights);
        first.Trainable = false;
        Assert.HasCount(2, model.TrainableWeights);
        Assert.HasCount(2, model.NonTrainableWeights);
        model.Trainable = false;
        Assert.IsEmpty(model.TrainableVariables);
        Assert.IsFalse(model.Layers[1].Trainable);
        model.Trainable = true;
        Assert.HasCount(4, model.TrainableWeights);
        Assert.HasCount(4, model.Weights);
    }

    [TestMethod]
    public void WrongInputsNameTheLayer()
    {
        var dense = new Dense(new DenseArgs { Units = 2, Name = "top" });
        dense.build(new Shape(-1, 100));
        Says("Layer 'top' (Dense) needs an input of shape (..., 100), at least 2 axes; it got (4, 99).", () =>
            dense.Apply(tf.zeros((4, 99))));
        Says("Layer 'top' (Dense) needs an input of shape (..., 100), at least 2 axes; it got (100,).", () => dense.Apply(tf.zeros(100)));
        Says(
            "Layer 'top' (Dense) needs floating-point numbers; it got int32 of shape (1, 100). Cast it with tf.cast first.",
            () => dense.Apply(tf.zeros((1, 100), TF_DataType.TF_INT32)));
        var conv = new Conv2D(new Conv2DArgs { Filters = 2, KernelSize = 5, Name = "c" });
        Says("Layer 'c' (Conv2D) needs an input of shape (any, any, any, any), 4 axes in all; it got (4, 99).", () =>
            conv.Apply(tf.zeros((4, 99))));
        Says("Layer 'c' (Conv2D) needs pictures of at least 5 pixels a side for the padding 'valid'; it got 4.", () =>
            conv.Apply(keras.Input((4, 4, 1))));
        var reshape = new Reshape(new ReshapeArgs { TargetShape = (7, 7), Name = "r" });
        Says("Layer 'r' (Reshape): an example of shape (50,) has 50 elements, which do not fit (7, 7).", () =>
            reshape.Apply(tf.zeros((2, 50))));
        Says(
            "Layer 'e' (Dense) must know the size of its input's last axis to make its weights; it got (None, None).",
            () => new Dense(new DenseArgs { Units = 1, Name = "e" }).Apply(keras.Input(-1)));
    }

    [TestMethod]
    public void WrongArgumentsNameTheLayer()
    {
        Says("Layer 'x' (Dense): units must be a positive number; it is 0.", () => new Dense(new DenseArgs { Name = "x" }));
        Says("Layer 'x' (Dropout): rate must be in [0, 1); it is 1.", () => new Dropout(new DropoutArgs { Name = "x", Rate = 1 }));
        Says(
            "Layer 'x' (Conv2D): padding is 'same' or 'valid', not 'SAME'.",
            () => new Conv2D(new Conv2DArgs { Name = "x", Filters = 1, Padding = "SAME" }));
        Says(
            "Layer 'x' (Conv2D): strides is one number or (height, width); it is (1, 2, 3).",
            () => new Conv2D(new Conv2DArgs { Name = "x", Filters = 1, Strides = (1, 2, 3) }));
        var error = Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Dense(1, "relo"));
        Assert.StartsWith("There is no activation 'relo'; there are linear, relu, ", error.Message);
    }

    [TestMethod]
    public void EveryOverloadHasKerasDefaults()
    {
        var pictures = keras.Input((8, 8, 3));
        Assert.AreEqual(2, Weights(keras.layers.Conv2D(4, (3, 3), (2, 2), "same"), pictures), "the short call has a bias");
        Assert.AreEqual(2, Weights(keras.layers.Conv2D(4, (3, 3), use_bias: true), pictures), "use_bias alone is not ambiguous");
        Assert.AreEqual(1, Weights(keras.layers.Conv2D(4, (3, 3), use_bias: false), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Conv2D(4, 3, kernel_initializer: "he_normal"), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Conv2D(4, 3, activation: keras.activations.Linear), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Conv2DTranspose(4, 3, 2, "same"), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Conv2DTranspose(4, 3, 2, padding: "same"), pictures));
        Assert.AreEqual(1, Weights(keras.layers.Conv2DTranspose(4, 3, 2, output_padding: "same", use_bias: false), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Dense(4), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Dense(1, null), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Dense(4, "relu"), pictures));
        Assert.AreEqual(2, Weights(keras.layers.Dense(4, keras.activations.Relu), pictures));
        Assert.AreEqual(1, Weights(keras.layers.Dense(4, use_bias: false), pictures));
        Assert.AreEqual<Shape?>((-1, 784), ((Layer)keras.layers.Dense(4, "relu", 784)).BatchInputShape);
    }

    [TestMethod]
    public void ReLUHasThreeVariations()
    {
        Tensor x = new[] { -2f, -0.5f, 0.5f, 2f, 9f };
        Values([0f, 0f, 0.5f, 2f, 9f], keras.layers.ReLU());
        Values([0f, 0f, 0.5f, 2f, 6f], keras.layers.ReLU(max_value: 6));
        Values([-0.5f, -0.125f, 0.5f, 2f, 9f], keras.layers.ReLU(negative_slope: 0.25f));
        Values([-0.75f, -0.375f, -0.125f, 2f, 6f], keras.layers.ReLU(6, 0.25f, 1));
        Values([-0.6f, -0.15f, 0.5f, 2f, 9f], keras.layers.LeakyReLU());

        void Values(float[] expected, Tensorflow.Keras.ILayer layer) => Near.AreEqual(expected, layer.Apply(x), layer.Name);
    }

    [TestMethod]
    public void DropoutKeepsTheMeanAndItsStream()
    {
        var x = tf.ones((100, 100));
        var layer = keras.layers.Dropout(0.3f, seed: 7);
        var first = ((Tensor)layer.Apply(x, training: true)).ToArray<float>();
        Assert.AreEqual(1, first.Average(), 0.02);
        Assert.IsTrue(Array.TrueForAll(first, value => value == 0 || Math.Abs(value - 1 / 0.7f) < 1e-6f));
        CollectionAssert.AreNotEqual(first, ((Tensor)layer.Apply(x, training: true)).ToArray<float>());
        CollectionAssert.AreEqual(first, ((Tensor)keras.layers.Dropout(0.3f, seed: 7).Apply(x, training: true)).ToArray<float>());
        CollectionAssert.AreEqual(x.ToArray<float>(), ((Tensor)layer.Apply(x)).ToArray<float>());
    }

    [TestMethod]
    public void DoublesAreComputedAsFloats()
    {
        Tensor y = keras.layers.Dense(2).Apply(tf.zeros((1, 3), TF_DataType.TF_DOUBLE));
        Assert.AreEqual(TF_DataType.TF_FLOAT, y.dtype);
    }

    [TestMethod]
    public void ALayerOfDoublesComputesInDoubles()
    {
        var layer = new Dense(new DenseArgs
        {
            Units = 1,
            DType = TF_DataType.TF_DOUBLE,
            KernelInitializer = keras.initializers.Constant(0.1f),
        });
        Tensor y = layer.Apply(tf.constant(new[,] { { 1 / 3.0, 1 / 7.0 } }));
        Assert.AreEqual(TF_DataType.TF_DOUBLE, y.dtype);
        Assert.AreEqual((1 / 3.0 + 1 / 7.0) * layer.get_weights()[0].ToArray<double>()[0], y.ToArray<double>()[0], 1e-16);
        Assert.AreEqual(TF_DataType.TF_DOUBLE, ((Tensor)layer.Apply(tf.ones((1, 2)))).dtype);
    }

    [TestMethod]
    public void SymbolicTensorsHaveNoValues()
    {
        var x = keras.Input(3, name: "x");
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => x[0] + 1);
        Assert.AreEqual(
            "The output (None, 3) of layer 'x' is symbolic: it has no values yet, and only layers can be applied to it. Put other " +
            "operations into the Call of a layer.",
            error.Message);
    }

    private static int Weights(Tensorflow.Keras.ILayer layer, Tensors input)
    {
        layer.Apply(input);
        return layer.Weights.Count;
    }

    private static void Says(string message, Func<object> action) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);

    private sealed class NamedOnlyHere() : Layer(new LayerArgs())
    {
        public override void build(KerasShapesWrapper input_shape) => built = true;

        protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null,
            IOptionalArgs? optional_args = null) => inputs;
    }
}
