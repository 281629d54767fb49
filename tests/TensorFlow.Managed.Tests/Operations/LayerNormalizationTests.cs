using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Layer normalization.</summary>
[TestClass]
public class LayerNormalizationTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("layer_normalization"))
        {
            Tensor x = golden["x"], gamma = golden["gamma"], beta = golden["beta"];
            using var tape = tf.GradientTape();
            foreach (var source in new[] { x, gamma, beta })
                tape.watch(source);
            var y = LayerNormalization.Apply(x, gamma, beta, (float)golden.Parameters.GetProperty("epsilon").GetDouble());
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var gradients = tape.gradient(y, new[] { x, gamma, beta }, [golden["dy"]]);
            Near.AreEqual(golden["dx"], gradients[0], $"{golden} dx");
            Near.AreEqual(golden["dgamma"], gradients[1], $"{golden} dgamma");
            Near.AreEqual(golden["dbeta"], gradients[2], $"{golden} dbeta");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var (x, gamma, beta) = (FiniteDifferences.Random((2, 2, 5), 1), FiniteDifferences.Random(5, 2, 0.5f, 1.5f), FiniteDifferences.Random(5, 3));
        FiniteDifferences.Check("layer normalization", v => LayerNormalization.Apply(v[0], v[1], v[2], 0.1f), [x, gamma, beta]);
        FiniteDifferences.Check("plain", v => LayerNormalization.Apply(v[0], null, null, 0.1f), [x]);
    }

    [TestMethod]
    public void AWrongGammaIsNamed() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => LayerNormalization.Apply(Fill.Zeros((4, 3)), Fill.Ones(4), null, 1e-3f)).Message,
        "gamma must have the shape (3,) for x of shape (4, 3); it has (4,)");
}
