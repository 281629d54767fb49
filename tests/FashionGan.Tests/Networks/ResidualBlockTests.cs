using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

[TestClass]
public class ResidualBlockTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Of("residual_block").Select(golden => new object[] { golden });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ItIsPyTorchs(GoldenCase golden) => GoldenLayer.Check(
        golden, new ResidualBlock((int)golden["bias1"].size, golden.Whole("groups")), ["x"], "kernel1", "bias1", "kernel2", "bias2",
        "kernel3");

    [TestMethod]
    public void AtFirstItChangesNothingAndManyBlocksBeginWithSmallWeights()
    {
        tf.set_random_seed(1);
        var x = FiniteDifferences.Random((2, 4, 4, 32), 1);
        double Variance(int blocks)
        {
            var block = new ResidualBlock(64, groups: 4, blocks: blocks);
            CollectionAssert.AreEqual(x.ToArray<float>(), ((Tensor)block.Apply(x)).ToArray<float>());
            return (double)tf.reduce_variance(block.TrainableVariables[2].AsTensor());
        }

        // He's for a slope of 0.2, from 9 places and 16 channels of a group.
        Assert.AreEqual(2 / 1.04 / (9 * 16), Variance(1), 0.05 * 2 / 1.04 / (9 * 16));
        Assert.AreEqual(2 / 1.04 / (9 * 16) / 4, Variance(16), 0.05 * 2 / 1.04 / (9 * 16) / 4);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable(int groups)
    {
        var block = new ResidualBlock(4, groups, activation: "tanh");
        var x = FiniteDifferences.Random((1, 3, 3, 2), 1);
        block.Apply(x);
        block.TrainableVariables[^1].assign(FiniteDifferences.Random((1, 1, 4, 2), 2));
        FiniteDifferences.Check("residual block", inputs => block.Apply(inputs[0]), [x], step: 3e-3f, tolerance: 2e-2);
    }

    [TestMethod]
    public void GroupsDivideTheChannels() => Assert.ThrowsExactly<ArgumentException>(() => new ResidualBlock(10, groups: 4));
}
