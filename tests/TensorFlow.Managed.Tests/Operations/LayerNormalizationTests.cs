using Tensorflow.Devices.Cpu;
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
        var (x, gamma, beta) =
            (FiniteDifferences.Random((2, 2, 5), 1), FiniteDifferences.Random(5, 2, 0.5f, 1.5f), FiniteDifferences.Random(5, 3));
        FiniteDifferences.Check("layer normalization", v => LayerNormalization.Apply(v[0], v[1], v[2], 0.1f), [x, gamma, beta]);
        FiniteDifferences.Check("plain", v => LayerNormalization.Apply(v[0], null, null, 0.1f), [x]);
    }

    [TestMethod]
    public void FusedAndDifferentiableGradientsAgreeOnAnyThreads()
    {
        var threads = Work.Threads;
        try
        {
            foreach (Shape shape in new Shape[] { (1, 1), (5, 7), (3000, 33), (4, 9, 512) })
            {
                Tensor x = FiniteDifferences.Random(shape, 1), dy = FiniteDifferences.Random(shape, 2);
                Tensor gamma = FiniteDifferences.Random(shape[-1], 3, 0.5f, 2), beta = FiniteDifferences.Random(shape[-1], 4);
                Work.Threads = 1;
                var (fused, differentiable) = (Gradients(persistent: false), Gradients(persistent: true));
                Work.Threads = 4;
                var again = Gradients(persistent: false);
                for (var i = 0; i < fused.Length; i++)
                {
                    Near.AreEqual(differentiable[i], fused[i], $"{shape}, gradient {i}");
                    CollectionAssert.AreEqual(fused[i].ToArray<float>(), again[i].ToArray<float>());
                }

                Tensor[] Gradients(bool persistent)
                {
                    using var tape = tf.GradientTape(persistent);
                    foreach (var source in new[] { x, gamma, beta })
                        tape.watch(source);
                    return tape.gradient(LayerNormalization.Apply(x, gamma, beta, 1e-1f), new[] { x, gamma, beta }, [dy]);
                }
            }
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void AWrongGammaIsNamed() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => LayerNormalization.Apply(Fill.Zeros((4, 3)), Fill.Ones(4), null, 1e-3f)).Message,
        "gamma must be float32 of shape (3,) for x of shape (4, 3); it is float32 of shape (4,)");
}
