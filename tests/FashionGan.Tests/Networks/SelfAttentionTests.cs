using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

[TestClass]
public class SelfAttentionTests
{
    public static IEnumerable<object[]> Cases => GoldenCase.Of("self_attention").Select(golden => new object[] { golden });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ItIsPyTorchs(GoldenCase golden) =>
        GoldenLayer.Check(golden, new SelfAttention(), ["x"], "gamma", "theta", "phi", "g", "o");

    [TestMethod]
    public void AtFirstItChangesNothing()
    {
        var x = FiniteDifferences.Random((2, 6, 4, 16), 1);
        CollectionAssert.AreEqual(x.ToArray<float>(), ((Tensor)new SelfAttention().Apply(x)).ToArray<float>());
    }

    [TestMethod]
    public void AsAPenaltyNeedsItItsGradientIsDifferentiable()
    {
        var layer = new SelfAttention();
        var x = FiniteDifferences.Random((1, 2, 2, 8), 3);
        layer.Apply(x);
        foreach (var weight in layer.TrainableVariables)
            weight.assign(FiniteDifferences.Random(weight.shape, 4));
        FiniteDifferences.Check("self-attention", inputs => layer.Apply(inputs[0]), [x], step: 3e-3f, tolerance: 2e-2);
    }

    [TestMethod]
    public void ItsConvolutionsAreNormalisedWhenAsked()
    {
        var x = FiniteDifferences.Random((2, 4, 4, 8), 1);
        float[] Scaled(bool normalization, float scale)
        {
            tf.set_random_seed(1);
            var layer = new SelfAttention(normalization);
            layer.Apply(x);
            foreach (var weight in layer.TrainableVariables)
                weight.assign(weight.shape.size == 1 ? tf.ones(1) : scale * weight.AsTensor());
            return ((Tensor)layer.Apply(x, training: true)).ToArray<float>();
        }

        // A kernel of any size counts the same.
        foreach (var (one, four) in Scaled(true, 1).Zip(Scaled(true, 4)))
            Assert.AreEqual(one, four, 1e-5);
        Assert.AreNotEqual(Scaled(false, 1)[0], Scaled(false, 4)[0], 1e-3f);
    }

    [TestMethod]
    public void MapsThatItCannotTakeAreRefused() => StringAssert.Contains(
        Assert.ThrowsExactly<ArgumentException>(() => new SelfAttention().Apply(tf.zeros((1, 4, 4, 12)))).Message, "multiple of 8");
}
