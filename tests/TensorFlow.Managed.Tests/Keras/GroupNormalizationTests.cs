using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Group normalisation: TensorFlow's values and gradients, and what is refused.</summary>
[TestClass]
public class GroupNormalizationTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("group_normalization"))
        {
            var x = golden["x0"];
            var layer = new GroupNormalization(new GroupNormalizationArgs
            {
                Groups = golden.Parameters.GetProperty("groups").GetInt32(),
                Epsilon = golden.Parameters.GetProperty("epsilon").GetSingle(),
            });
            GoldenLayers.Build(layer, x, golden["weight0"], golden["weight1"]);
            using var tape = tf.GradientTape(persistent: true);
            tape.watch(x);
            Tensor y = layer.Apply(x, training: true);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var target = tf.reduce_sum(y * golden["dy"]);
            Near.AreEqual(golden["dx0"], tape.gradient(target, x), $"{golden} dx");
            var gradients = tape.gradient(target, layer.TrainableVariables);
            Near.AreEqual(golden["dweight0"], gradients[0], $"{golden} dgamma");
            Near.AreEqual(golden["dweight1"], gradients[1], $"{golden} dbeta");
            count++;
        }

        Assert.AreEqual(3, count);
    }

    [TestMethod]
    public void SecondDerivativesAreTheSlopes() => FiniteDifferences.Check(
        "groups", x => keras.layers.GroupNormalization(2, center: false, scale: false).Apply(x[0]),
        [FiniteDifferences.Random((2, 3, 4), 1)]);

    [TestMethod]
    public void MistakesAreNamed()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => keras.layers.GroupNormalization(3).Apply(tf.ones((1, 4))));
        Assert.Contains("4 channels do not make 3 groups of equal size.", error.Message);
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.GroupNormalization(0));
    }
}
