using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

[TestClass]
public class MinibatchStandardDeviationTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Rows("modulated_conv", "what", "minibatch_stddev");

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ItIsPyTorchs(GoldenCase golden) => GoldenLayer.Check(
        golden, new MinibatchStandardDeviation(golden.Whole("group_size"), golden.Whole("features")), ["x"]);

    [TestMethod]
    [DataRow(6, 3, DisplayName = "groups of three")]
    [DataRow(7, 1, DisplayName = "each alone")]
    public void ABatchThatTheGroupDoesNotDivideHasSmallerGroups(int batch, int group)
    {
        var x = FiniteDifferences.Random((batch, 2, 2, 3), 1);
        CollectionAssert.AreEqual(
            ((Tensor)new MinibatchStandardDeviation(group).Apply(x)).ToArray<float>(),
            ((Tensor)new MinibatchStandardDeviation(4).Apply(x)).ToArray<float>());
    }

    [TestMethod]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable()
    {
        var layer = new MinibatchStandardDeviation(2);
        FiniteDifferences.Check(
            "minibatch standard deviation", inputs => layer.Apply(inputs[0]), [FiniteDifferences.Random((4, 1, 2, 2), 1)], step: 3e-3f,
            tolerance: 2e-2);
    }

    [TestMethod]
    public void FeaturesDivideTheChannels() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => new MinibatchStandardDeviation(4, 2).Apply(tf.zeros((4, 1, 1, 3)))).Message,
        "divide");
}
