using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>The conditional layers against what PyTorch computed in float64 (golden/README.md).</summary>
[TestClass]
public class GoldenProjectionTests
{
    public static IEnumerable<object[]> Projections => GoldenCase.Rows("projection", "what", "projection_logit");

    public static IEnumerable<object[]> Normalizations => GoldenCase.Rows("projection", "what", "conditional_batch_normalization");

    [TestMethod]
    [DynamicData(nameof(Projections))]
    public void AProjectionIsPyTorchs(GoldenCase golden) => Check(
        golden, new ProjectionLogit(), ["kernel", "bias", "embedding"], (layer, x, condition) =>
        {
            var phi = tf.reduce_sum(x, new Axis(1, 2));
            golden.IsNear("phi", phi);
            return layer.Apply(new Tensors(phi, condition), training: true);
        });

    [TestMethod]
    [DynamicData(nameof(Normalizations))]
    public void AConditionalBatchNormalizationIsPyTorchs(GoldenCase golden)
    {
        var layer = new ConditionalBatchNormalization();
        Check(golden, layer, ["gamma", "beta"], (_, x, condition) => layer.Apply(new Tensors(x, condition), training: true));
        // 0.99 of what they began with, 0 and 1; the moving variance takes the unbiased one.
        var x = golden["x"];
        var rows = x.size / x.shape[-1];
        var moving = layer.Layers[0].Weights;
        golden.IsNear("batch_mean", moving[0].AsTensor() * 100);
        // A hundredth of a variance is left of a float near 1.
        golden.IsNear("batch_variance", (moving[1].AsTensor() - 0.99f) * (100f * (rows - 1) / rows), rounding: 1e-4);
    }

    /// <summary>Output and gradients of sum(y * dy), the layer's trainable weights being those of the file.</summary>
    private static void Check(GoldenCase golden, Layer layer, string[] weights, Func<Layer, Tensor, Tensor, Tensor> apply)
    {
        var x = golden["x"];
        var condition = tf.one_hot(golden["labels"], golden.Whole("classes"));
        apply(layer, x, condition);
        foreach (var (name, variable) in weights.Zip(layer.TrainableVariables))
            variable.assign(golden[name]);
        // The trial moved the statistics.
        foreach (var normalization in layer.Layers)
            normalization.set_weights([tf.zeros(x.shape[-1]).numpy(), tf.ones(x.shape[-1]).numpy()]);

        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        var y = apply(layer, x, condition);
        var target = tf.reduce_sum(y * golden["dy"]);
        golden.IsNear("y", y);
        golden.IsNear("dx", tape.gradient(target, x));
        foreach (var (name, gradient) in weights.Zip(tape.gradient(target, layer.TrainableVariables)))
            golden.IsNear("d" + name, gradient);
    }
}
