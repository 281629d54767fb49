using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Keras;

/// <summary>Holds layers against what TensorFlow computed for the same weights.</summary>
internal static class GoldenLayers
{
    /// <summary>Builds a layer for an input and gives it weights, in the layer's order.</summary>
    internal static void Build(Layer layer, Tensor x, params Tensor[] weights)
    {
        layer.Apply(x);
        layer.set_weights(weights.Select(weight => weight.numpy()));
    }

    /// <summary>Checks a layer's output and the gradients of sum(y * dy) with respect to its input and its trainable weights.</summary>
    internal static void Check(Golden golden, Layer layer, string output = "y", bool training = false, params string[] weightGradients)
    {
        var x = golden["x"];
        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        Tensor y = layer.Apply(x, training: training);
        Near.AreEqual(golden[output], y, $"{golden} {output}");
        if (!golden.Has("dy"))
            return;
        var target = tf.reduce_sum(y * golden["dy"]);
        Near.AreEqual(golden["dx"], tape.gradient(target, x), $"{golden} dx");
        var gradients = tape.gradient(target, layer.TrainableVariables);
        Assert.HasCount(weightGradients.Length, gradients, golden.ToString());
        for (var i = 0; i < gradients.Length; i++)
            Near.AreEqual(golden[weightGradients[i]], gradients[i], $"{golden} {weightGradients[i]}");
    }
}
