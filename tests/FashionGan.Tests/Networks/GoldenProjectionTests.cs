using System.Text.Json;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>The conditional layers against what PyTorch computed in float64 (golden/README.md).</summary>
[TestClass]
public class GoldenProjectionTests
{
    private static readonly SafeTensors s_file =
        SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", "projection.safetensors"));

    private static readonly JsonElement s_cases = JsonDocument.Parse(s_file.metadata["cases"]).RootElement;
    private static readonly JsonElement s_deviations = JsonDocument.Parse(s_file.metadata["deviation"]).RootElement;

    public static IEnumerable<object[]> Projections => Cases("projection_logit");

    public static IEnumerable<object[]> Normalizations => Cases("conditional_batch_normalization");

    [TestMethod]
    [DynamicData(nameof(Projections))]
    public void AProjectionIsPyTorchs(int number) => Check(
        number, new ProjectionLogit(), ["kernel", "bias", "embedding"], (layer, x, condition) =>
        {
            var phi = tf.reduce_sum(x, new Axis(1, 2));
            Near(number, "phi", phi);
            return layer.Apply(new Tensors(phi, condition), training: true);
        });

    [TestMethod]
    [DynamicData(nameof(Normalizations))]
    public void AConditionalBatchNormalizationIsPyTorchs(int number)
    {
        var layer = new ConditionalBatchNormalization();
        Check(number, layer, ["gamma", "beta"], (_, x, condition) => layer.Apply(new Tensors(x, condition), training: true));
        // 0.99 of what they began with, 0 and 1; the moving variance takes the unbiased one.
        var x = Golden(number, "x");
        var rows = x.size / x.shape[-1];
        var moving = layer.Layers[0].Weights;
        Near(number, "batch_mean", moving[0].AsTensor() * 100);
        // A hundredth of a variance is left of a float near 1.
        Near(number, "batch_variance", (moving[1].AsTensor() - 0.99f) * (100f * (rows - 1) / rows), rounding: 1e-4);
    }

    /// <summary>Output and gradients of sum(y * dy), the layer's trainable weights being those of the file.</summary>
    private static void Check(int number, Layer layer, string[] weights, Func<Layer, Tensor, Tensor, Tensor> apply)
    {
        var x = Golden(number, "x");
        var classes = s_cases[number].GetProperty("classes").GetInt32();
        var condition = tf.one_hot(Golden(number, "labels"), classes);
        apply(layer, x, condition);
        foreach (var (name, variable) in weights.Zip(layer.TrainableVariables))
            variable.assign(Golden(number, name));
        // The trial moved the statistics.
        foreach (var normalization in layer.Layers)
            normalization.set_weights([tf.zeros(x.shape[-1]).numpy(), tf.ones(x.shape[-1]).numpy()]);

        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        var y = apply(layer, x, condition);
        var target = tf.reduce_sum(y * Golden(number, "dy"));
        Near(number, "y", y);
        Near(number, "dx", tape.gradient(target, x));
        foreach (var (name, gradient) in weights.Zip(tape.gradient(target, layer.TrainableVariables)))
            Near(number, "d" + name, gradient);
    }

    private static void Near(int number, string name, Tensor actual, double rounding = 0)
    {
        var (expected, values) = (Golden(number, name).ToArray<float>(), actual.ToArray<float>());
        var deviation = s_deviations[number].GetProperty(name).GetDouble();
        var bound = Math.Max(Math.Max(10 * deviation, 1e-6), rounding) * expected.Max(Math.Abs);
        Assert.HasCount(expected.Length, values, name);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], values[i], bound, $"case {number}, {name}, element {i}");
    }

    private static Tensor Golden(int number, string name) => s_file.tensor($"case{number}/{name}");

    private static IEnumerable<object[]> Cases(string what) => Enumerable.Range(0, s_cases.GetArrayLength())
        .Where(number => s_cases[number].GetProperty("what").GetString() == what).Select(number => new object[] { number });
}
