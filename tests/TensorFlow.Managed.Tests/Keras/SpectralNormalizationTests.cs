using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Spectral normalisation against what PyTorch computed in float64, the gradient through sigma with it.</summary>
[TestClass]
public class SpectralNormalizationTests
{
    [TestMethod]
    public void ItIsPyTorchs()
    {
        var number = 0;
        foreach (var golden in Golden.Cases("spectral_norm"))
            Check(golden, number++);
        Assert.AreEqual(6, number);
    }

    [TestMethod]
    public void OutsideOfTrainingItKeepsItsVector()
    {
        var layer = (SpectralNormalization)keras.layers.SpectralNormalization(keras.layers.Dense(3));
        var x = FiniteDifferences.Random((4, 5), 1);
        for (var step = 0; step < 30; step++)
            layer.Apply(x, training: true);
        var vector = layer.NonTrainableWeights.Single();
        var u = vector.numpy().ToArray<float>();
        Tensor trained = layer.Apply(x, training: true), drawn = layer.Apply(x, training: false);
        Near.AreEqual(trained, drawn, "after many iterations another one changes nothing", 1e-4);
        layer.Apply(x, training: false);
        layer.Trainable = false;
        layer.Apply(x, training: true);
        Near.AreEqual(Tensor.From<float>(u, 3), vector.AsTensor(), "u", 1e-4);
    }

    [TestMethod]
    public void ALayerWithoutAKernelIsRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.SpectralNormalization(keras.layers.ReLU())).Message,
        "needs a Dense or a Conv2D");

    private static void Check(Golden golden, int number)
    {
        var (kernel, x) = (golden["kernel"], golden["x"]);
        var filters = (int)kernel.shape[-1];
        var inner = golden.Text("layer") == "dense" ? keras.layers.Dense(filters, use_bias: false)
            : keras.layers.Conv2D(filters, ((int)kernel.shape[0], (int)kernel.shape[1]),
                (golden.Parameters.GetProperty("strides").GetInt32(), golden.Parameters.GetProperty("strides").GetInt32()),
                golden.Text("padding"), use_bias: false);
        var layer = (Layer)keras.layers.SpectralNormalization(inner, golden.Parameters.GetProperty("power_iterations").GetInt32());
        layer.Apply(x);
        layer.TrainableVariables.Single().assign(kernel);
        layer.NonTrainableWeights.Single().assign(golden["u"]);

        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        Tensor y = layer.Apply(x, training: true);
        var target = tf.reduce_sum(y * golden["dy"]);
        Require("y", y);
        Require("u_after", layer.NonTrainableWeights.Single().AsTensor());
        Require("dx", tape.gradient(target, x));
        Require("dkernel", tape.gradient(target, layer.TrainableVariables)[0]);

        void Require(string name, Tensor actual) =>
            Near.AreEqual(golden[name], actual, $"{golden} {name}", Math.Max(10 * Golden.Deviation("spectral_norm", number, name), 1e-6));
    }
}
