using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Models of one layer after the other.</summary>
[TestClass]
public class SequentialTests
{
    [TestMethod]
    public void AKnownInputShapeBuildsAtOnce()
    {
        var declared = keras.Sequential(keras.layers.InputLayer(4), keras.layers.Dense(2));
        var told = keras.Sequential(keras.layers.Dense(2, input_shape: 4));
        foreach (var model in new[] { declared, told })
        {
            Assert.IsTrue(model.Built);
            Assert.HasCount(1, model.Layers);
            Assert.AreEqual("(None, 2)", model.OutputShape!.ToString());
            Assert.AreEqual("(None, 4)", model.BatchInputShape!.ToString());
            var error = Assert.ThrowsExactly<ArgumentException>(() => model.Apply(tf.zeros((1, 5))));
            Assert.AreEqual($"Model '{model.Name}' (Sequential) needs an input of shape (None, 4); it got (1, 5).", error.Message);
        }
    }

    [TestMethod]
    public void AnUnknownOneBuildsWithTheFirstInput()
    {
        var model = keras.Sequential();
        model.add(keras.layers.Conv2D(2, 3));
        model.add(keras.layers.GlobalAveragePooling2D());
        Assert.IsFalse(model.Built);
        Assert.IsEmpty(model.Weights);
        Assert.AreEqual<Shape>((2, 2), model.Apply(tf.zeros((2, 5, 5, 1))).shape);
        Assert.IsTrue(model.Built);
        Assert.AreEqual("(None, 2)", model.OutputShape!.ToString());
        // The layers take pictures of any size, so the model does.
        Assert.AreEqual<Shape>((3, 2), model.Apply(tf.zeros((3, 9, 7, 1))).shape);
        model.add(keras.layers.Dense(1));
        Assert.AreEqual<Shape>((3, 1), model.Apply(tf.zeros((3, 9, 7, 1))).shape);
    }

    [TestMethod]
    public void LayersCanBeTakenAway()
    {
        var model = keras.Sequential(keras.layers.InputLayer(4), keras.layers.Dense(3), keras.layers.Dense(2));
        model.pop();
        Assert.AreEqual("(None, 3)", model.OutputShape!.ToString());
        Assert.HasCount(2, model.Weights);
        model.add(keras.layers.Dense(7));
        Assert.AreEqual<Shape>((1, 7), model.Apply(tf.zeros((1, 4))).shape);
    }

    [TestMethod]
    public void MisplacedLayersAreRefused()
    {
        var layer = keras.layers.Dense(4);
        var model = keras.Sequential([keras.layers.InputLayer(4), layer], "s");
        Assert.AreEqual(
            "Model 's' (Sequential) has the layer '" + layer.Name + "' already; sharing layers takes a functional model.",
            Assert.ThrowsExactly<ArgumentException>(() => model.add(layer)).Message);
        Assert.Contains("must come first", Assert.ThrowsExactly<ArgumentException>(() => model.add(keras.layers.InputLayer(3))).Message);
        Assert.Contains(
            "do not fit (3, 3)", Assert.ThrowsExactly<ArgumentException>(() => model.add(keras.layers.Reshape((3, 3)))).Message);
        Assert.HasCount(1, model.Layers);
    }

    [TestMethod]
    public void BytesBecomeFloats()
    {
        var model = keras.Sequential(keras.layers.InputLayer(3), keras.layers.Dense(1));
        Assert.AreEqual<Shape>((1, 1), model.Apply(tf.zeros((1, 3), TF_DataType.TF_UINT8)).shape);
    }

    [TestMethod]
    public void ParametersOfTheDcgan()
    {
        var (generator, discriminator) = Dcgan();
        Assert.AreEqual(2_330_944, generator.count_params());
        Assert.AreEqual(212_865, discriminator.count_params());
        Assert.AreEqual("(None, 28, 28, 1)", generator.OutputShape!.ToString());
        Assert.AreEqual("(None, 1)", discriminator.OutputShape!.ToString());
        var images = ((Tensor)generator.Apply(FiniteDifferences.Random((2, 100), 1))).ToArray<float>();
        Assert.IsTrue(Array.TrueForAll(images, pixel => pixel is >= -1 and <= 1));
    }

    private static (Sequential Generator, Sequential Discriminator) Dcgan() => (
        keras.Sequential(new List<ILayer>
        {
            keras.layers.InputLayer(100),
            keras.layers.Dense(7 * 7 * 256, use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(),
            keras.layers.Reshape((7, 7, 256)),
            keras.layers.Conv2DTranspose(128, (5, 5), (1, 1), "same", use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(),
            keras.layers.Conv2DTranspose(64, (5, 5), (2, 2), "same", use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(),
            keras.layers.Conv2DTranspose(1, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false),
        }),
        keras.Sequential(new List<ILayer>
        {
            keras.layers.InputLayer((28, 28, 1)),
            keras.layers.Conv2D(64, (5, 5), (2, 2), "same"),
            keras.layers.LeakyReLU(),
            keras.layers.Dropout(0.3f),
            keras.layers.Conv2D(128, (5, 5), (2, 2), "same"),
            keras.layers.LeakyReLU(),
            keras.layers.Dropout(0.3f),
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        }));
}
