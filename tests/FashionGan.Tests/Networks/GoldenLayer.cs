using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>Holds a layer against what PyTorch computed in float64: its result y, and the gradients of sum(y * dy).</summary>
internal static class GoldenLayer
{
    /// <param name="golden">The case.</param>
    /// <param name="layer">The layer, not built yet.</param>
    /// <param name="inputs">Names of its inputs in the file.</param>
    /// <param name="weights">Names of its weights, in the file and in the layer, or of layers inside that have a kernel alone.</param>
    internal static void Check(GoldenCase golden, Layer layer, string[] inputs, params string[] weights)
    {
        var given = inputs.Select(name => golden[name]).ToArray();
        layer.Apply(new Tensors(given));
        var variables = layer.TrainableVariables;
        Assert.HasCount(weights.Length, variables);
        foreach (var (name, variable) in weights.Zip(variables))
            Assert.IsTrue(variable.Name == $"{layer.Name}/{name}:0" || variable.Name == $"{name}/kernel:0", variable.Name);
        foreach (var (name, variable) in weights.Zip(variables))
            variable.assign(golden[name]);

        using var tape = tf.GradientTape(persistent: true);
        foreach (var input in given)
            tape.watch(input);
        Tensor y = layer.Apply(new Tensors(given), training: true);
        Assert.AreEqual(golden["y"].shape, y.shape);
        golden.IsNear("y", y);
        var target = tf.reduce_sum(y * golden["dy"]);
        foreach (var (name, input) in inputs.Zip(given))
            golden.IsNear("d" + name, tape.gradient(target, input));
        foreach (var (name, gradient) in weights.Zip(tape.gradient(target, variables)))
            golden.IsNear("d" + name, gradient);
        var declared = layer.ComputeOutputShape(given[0].shape);
        Assert.AreEqual(y.shape, declared);
    }
}
