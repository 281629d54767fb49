using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Models between symbolic inputs and outputs.</summary>
[TestClass]
public class FunctionalTests
{
    [TestMethod]
    public void TwoInputsAndASharedLayer()
    {
        Tensors a = keras.Input(4, name: "a"), b = keras.Input(4, name: "b");
        var shared = keras.layers.Dense(3, "tanh");
        var top = keras.layers.Dense(1);
        var joined = keras.layers.Concatenate().Apply(new Tensors(shared.Apply(a), shared.Apply(b)));
        var model = keras.Model(new Tensors(a, b), top.Apply(joined), name: "twins");
        Assert.AreEqual("(None, 1)", model.OutputShape!.ToString());
        Assert.AreEqual(4 * 3 + 3 + 6 + 1, model.count_params());
        CollectionAssert.AreEqual(
            new[] { "a", "b", shared.Name, joined[0] is KerasTensor symbol ? symbol.Producer.Layer.Name : "", top.Name },
            model.Layers.ConvertAll(layer => layer.Name));

        Tensor x = FiniteDifferences.Random((5, 4), 1), z = FiniteDifferences.Random((5, 4), 2);
        Tensor expected = top.Apply(tf.concat(new Tensor[] { shared.Apply(x), shared.Apply(z) }, 1));
        CollectionAssert.AreEqual(expected.ToArray<float>(), ((Tensor)model.Apply((x, z))).ToArray<float>());

        var error = Assert.ThrowsExactly<ArgumentException>(() => model.Apply(x));
        Assert.AreEqual("Model 'twins' (Functional) needs 2 inputs; it got 1.", error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(() => model.Apply((x, tf.zeros((5, 3)))));
        Assert.AreEqual("Model 'twins' (Functional) needs an input of shape (None, 4); it got (5, 3).", error.Message);
    }

    [TestMethod]
    public void SeveralOutputsAndAModelWithinAModel()
    {
        var inner = keras.Sequential([keras.layers.InputLayer(4), keras.layers.Dense(3)], "inner");
        var x = keras.Input(4);
        var hidden = inner.Apply(x);
        var outer = keras.Model(x, new Tensors(hidden, keras.layers.Dense(2).Apply(hidden)));
        var y = outer.Apply(FiniteDifferences.Random((6, 4), 1));
        Assert.HasCount(2, y);
        Assert.AreEqual<Shape>((6, 3), y[0].shape);
        Assert.AreEqual<Shape>((6, 2), y[1].shape);
        Assert.HasCount(4, outer.TrainableWeights);
        Assert.AreEqual("(None, 3)", outer.Outputs![0].shape.ToString());

        // The inner model's tensors lead through the outer one: applied to another input it gives other tensors.
        var again = outer.Apply(keras.Input(4));
        Assert.HasCount(2, again);
        Assert.IsInstanceOfType<KerasTensor>(again[0]);
    }

    [TestMethod]
    public void TheToyResNetOfKerasGuide()
    {
        var layers = keras.layers;
        var inputs = keras.Input(shape: (32, 32, 3), name: "img");
        var x = layers.Conv2D(32, 3, activation: "relu").Apply(inputs);
        x = layers.Conv2D(64, 3, activation: "relu").Apply(x);
        var block_1_output = layers.MaxPooling2D(3).Apply(x);

        x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(block_1_output);
        x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(x);
        var block_2_output = layers.Add().Apply(new Tensors(x, block_1_output));

        x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(block_2_output);
        x = layers.Conv2D(64, 3, activation: "relu", padding: "same").Apply(x);
        var block_3_output = layers.Add().Apply(new Tensors(x, block_2_output));

        x = layers.Conv2D(64, 3, activation: "relu").Apply(block_3_output);
        x = layers.GlobalAveragePooling2D().Apply(x);
        x = layers.Dense(256, activation: "relu").Apply(x);
        x = layers.Dropout(0.5f).Apply(x);
        var model = keras.Model(inputs, layers.Dense(10).Apply(x), name: "toy_resnet");

        // The number that https://keras.io/guides/functional_api shows.
        Assert.AreEqual(223_242, model.count_params());
        Assert.HasCount(15, model.Layers);
        model.compile(keras.optimizers.RMSprop(1e-3f), keras.losses.SparseCategoricalCrossentropy(from_logits: true), ["acc"]);
        var logs = model.train_on_batch(FiniteDifferences.Random((2, 32, 32, 3), 1), (Tensor)new[] { 3, 7 });
        Assert.AreEqual(Math.Log(10), logs["loss"], 0.3);
        CollectionAssert.AreEqual(new[] { "loss", "acc" }, logs.Keys.ToArray());
    }

    [TestMethod]
    public void AModelMayBeginInTheMiddle()
    {
        var x = keras.Input(4);
        var hidden = keras.layers.Dense(3).Apply(x);
        var top = keras.layers.Dense(2);
        var model = keras.Model(hidden, top.Apply(hidden));
        Assert.HasCount(2, model.Weights);
        var h = FiniteDifferences.Random((2, 3), 1);
        CollectionAssert.AreEqual(((Tensor)top.Apply(h)).ToArray<float>(), ((Tensor)model.Apply(h)).ToArray<float>());
    }

    [TestMethod]
    public void AMissingInputIsNamed()
    {
        Tensors a = keras.Input(4, name: "given"), b = keras.Input(4, name: "forgotten");
        var sum = keras.layers.Add().Apply(new Tensors(a, b));
        var error = Assert.ThrowsExactly<ArgumentException>(() => keras.Model(a, sum, "m"));
        Assert.AreEqual("Model 'm': an output depends on the input 'forgotten', which is not among the model's inputs.", error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(() => keras.Model(tf.zeros((1, 4)), sum, "m"));
        Assert.AreEqual("Model 'm': an input of shape (1, 4) is not symbolic; start with keras.Input and apply layers to it.",
            error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Add().Apply(new Tensors(a, tf.zeros((1, 4)))));
        Assert.Contains("symbolic and real tensors at once", error.Message);
    }
}
