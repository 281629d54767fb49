using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Every layer's output has the shape that Keras gives it, symbolic and real.</summary>
[TestClass]
public class LayerShapeTests
{
    [TestMethod]
    public void SymbolicAndRealShapesAgree()
    {
        Check(keras.layers.Dense(5), (3, 4), (3, 5));
        Check(keras.layers.Dense(5), (3, 2, 4), (3, 2, 5));
        Check(keras.layers.Reshape((2, -1)), (3, 8), (3, 2, 4));
        Check(keras.layers.Reshape((7, 7, 2)), (3, 98), (3, 7, 7, 2));
        Check(keras.layers.Flatten(), (3, 2, 4, 5), (3, 40));
        Check(keras.layers.Flatten(), 3, (3, 1));
        Check(keras.layers.Conv2D(6, (5, 5), (2, 2), "same"), (2, 28, 27, 1), (2, 14, 14, 6));
        Check(keras.layers.Conv2D(6, 3), (2, 5, 7, 4), (2, 3, 5, 6));
        Check(keras.layers.Conv2D(6, (3, 1), dilation_rate: 2), (2, 5, 7, 4), (2, 1, 7, 6));
        Check(keras.layers.Conv2DTranspose(6, (5, 5), (2, 2), "same"), (2, 7, 7, 4), (2, 14, 14, 6));
        Check(keras.layers.Conv2DTranspose(6, (2, 3), (3, 1)), (2, 4, 4, 4), (2, 12, 6, 6));
        Check(keras.layers.BatchNormalization(), (4, 5, 3, 2), (4, 5, 3, 2));
        Check(keras.layers.LayerNormalization(), (4, 3), (4, 3));
        Check(keras.layers.LeakyReLU(), (4, 3), (4, 3));
        Check(keras.layers.ReLU(), (4, 3), (4, 3));
        Check(keras.layers.Activation("tanh"), (4, 3), (4, 3));
        Check(keras.layers.Dropout(0.3f), (4, 3), (4, 3));
        Check(keras.layers.UpSampling2D((2, 3)), (1, 2, 3, 4), (1, 4, 9, 4));
        Check(keras.layers.MaxPooling2D(), (1, 5, 4, 3), (1, 2, 2, 3));
        Check(keras.layers.MaxPooling2D(padding: "same"), (1, 5, 4, 3), (1, 3, 2, 3));
        Check(keras.layers.AveragePooling2D(3, 1), (1, 5, 4, 3), (1, 3, 2, 3));
        Check(keras.layers.GlobalAveragePooling2D(), (2, 5, 4, 3), (2, 3));
        Check(keras.layers.GlobalMaxPooling2D(), (2, 5, 4, 3), (2, 3));
        Check(keras.layers.ZeroPadding2D(((1, 2), (0, 3))), (2, 5, 4, 3), (2, 8, 7, 3));
        Check(keras.layers.Cropping2D(((1, 2), (0, 3))), (2, 5, 4, 3), (2, 2, 1, 3));
    }

    [TestMethod]
    public void SizesThatVaryStayUnknown()
    {
        var pictures = keras.Input((-1, -1, 3));
        Assert.AreEqual("(None, None, None, 6)", keras.layers.Conv2D(6, 3).Apply(pictures).shape.ToString());
        Assert.AreEqual("(None, None, None, 6)", keras.layers.Conv2DTranspose(6, 3, 2, "same").Apply(pictures).shape.ToString());
        Assert.AreEqual("(None, None, None, 3)", keras.layers.UpSampling2D().Apply(pictures).shape.ToString());
        Assert.AreEqual("(None, None, None, 3)", keras.layers.MaxPooling2D().Apply(pictures).shape.ToString());
        Assert.AreEqual("(None, None)", keras.layers.Flatten().Apply(pictures).shape.ToString());
        Assert.AreEqual("(None, 3)", keras.layers.GlobalMaxPooling2D().Apply(pictures).shape.ToString());
    }

    [TestMethod]
    public void SeveralInputs()
    {
        Tensor a = FiniteDifferences.Random((2, 3), 1), b = FiniteDifferences.Random((2, 4), 2);
        Assert.AreEqual<Shape>((2, 7), keras.layers.Concatenate().Apply((a, b)).shape);
        Assert.AreEqual("(None, 7)", keras.layers.Concatenate().Apply(new Tensors(keras.Input(3), keras.Input(4))).shape.ToString());
        Assert.AreEqual<Shape>((2, 3), keras.layers.Add().Apply((a, a)).shape);
        Assert.AreEqual("(None, 3)", keras.layers.Add().Apply(new Tensors(keras.Input(3), keras.Input(1))).shape.ToString());
    }

    [TestMethod]
    public void NumbersBecomeRows()
    {
        var ids = keras.Input(5, dtype: TF_DataType.TF_INT32);
        var rows = keras.layers.Embedding(10, 7).Apply(ids);
        Assert.AreEqual("(None, 5, 7)", rows.shape.ToString());
        Assert.AreEqual(TF_DataType.TF_FLOAT, rows.dtype);
    }

    [TestMethod]
    public void ALayerOfOnesOwnNeedsOnlyItsCall()
    {
        var layer = new Halves();
        Assert.AreEqual("(None, 3)", layer.Apply(keras.Input(6)).shape.ToString());
        Assert.AreEqual("halves", layer.Name.Split('_')[0]);
    }

    private static void Check(ILayer layer, Shape input, Shape output)
    {
        var symbolic = ((Layer)layer).Apply(keras.Input(input[1..]));
        Assert.AreEqual(output.With(0, -1), symbolic.shape, layer.Name);
        Assert.AreEqual(output, layer.Apply(FiniteDifferences.Random(input, 1)).shape, layer.Name);
        Assert.AreEqual(output.With(0, -1), layer.OutputShape, layer.Name);
    }

    private sealed class Halves() : Layer(new Tensorflow.Keras.ArgsDefinition.LayerArgs())
    {
        protected override Tensors Call(
            Tensors inputs, Tensors state = null!, bool? training = null, Tensorflow.Common.Types.IOptionalArgs? optional_args = null)
        {
            Tensor x = inputs;
            return Tensorflow.Operations.Slice.Apply(x, [0, 0], [x.shape[0], x.shape[1] / 2]);
        }
    }
}
