using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

[TestClass]
public class FirResamplingTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Rows("modulated_conv", "what", "fir_up", "fir_down", "fir_blur");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ItIsPyTorchs(GoldenCase golden)
    {
        float[] taps = [.. golden.Parameters.GetProperty("filter").EnumerateArray().Select(tap => tap.GetSingle())];
        GoldenLayer.Check(golden, golden.Text("what") switch
        {
            "fir_up" => FirResampling.Up(taps),
            "fir_down" => FirResampling.Down(taps),
            _ => FirResampling.Blur(taps),
        }, ["x"]);
    }

    [TestMethod]
    public void AFlatPictureKeepsItsValueInside()
    {
        foreach (var layer in new[] { FirResampling.Up(1, 2, 1), FirResampling.Down(1, 3, 3, 1), FirResampling.Blur(1, 2, 1) })
        {
            Tensor y = layer.Apply(3 * tf.ones((1, 8, 8, 2)));
            foreach (var value in y[":, 1:-1, 1:-1"].ToArray<float>())
                Assert.AreEqual(3, value, 1e-6);
        }
    }

    [TestMethod]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable()
    {
        var layer = FirResampling.Down(1, 2, 1);
        FiniteDifferences.Check("fir", inputs => tf.pow(layer.Apply(inputs[0]), 3f), [FiniteDifferences.Random((1, 4, 4, 2), 1)]);
    }

    [TestMethod]
    public void OneTapIsNoFilter() => Assert.ThrowsExactly<ArgumentException>(() => FirResampling.Up(1));
}
