using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Tests;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Networks;

/// <summary>What the mapping network makes of noise, and what it does in training only.</summary>
[TestClass]
public class MappingNetworkTests
{
    private const int Styles = 6;
    private const int Units = 8;

    [TestMethod]
    public void EveryLayerHasTheSameStyleAndItsLengthDoesNotMatter()
    {
        var mapping = Built();
        var z = FiniteDifferences.Random((3, 5), 1);
        Tensor styles = mapping.Apply(z, training: false);
        Assert.AreEqual(new Shape(3, Styles, Units), styles.shape);
        var w = mapping.Map(z);
        for (var layer = 0; layer < Styles; layer++)
            CollectionAssert.AreEqual(w.ToArray<float>(), styles[$":, {layer}"].ToArray<float>());
        foreach (var (one, other) in w.ToArray<float>().Zip(mapping.Map(3 * z).ToArray<float>()))
            Assert.AreEqual(one, other, 1e-5);
    }

    [TestMethod]
    public void ItsGradientsAreThoseOfFiniteDifferences()
    {
        var mapping = Built(classes: 3);
        Tensor[] inputs = [FiniteDifferences.Random((2, 5), 2), FiniteDifferences.Random((2, 3), 3)];
        FiniteDifferences.Check(
            "mapping network", given => mapping.Map(given[0], given[1]), inputs, second: false, step: 3e-3f, tolerance: 2e-2);
    }

    [TestMethod]
    public void AConditionMakesADifferenceInDegrees()
    {
        var mapping = Built(classes: 3);
        var z = tf.tile(FiniteDifferences.Random((1, 5), 1), (3, 1));
        var rows = mapping.Map(z, tf.constant(new[] { 1f, 0, 0, 0, 1, 0, 0.5f, 0.5f, 0 }, shape: (3, 3))).ToArray<float>();
        for (var other = 1; other < 3; other++)
            CollectionAssert.AreNotEqual(rows[..Units], rows[(other * Units)..((other + 1) * Units)]);
        CollectionAssert.AreNotEqual(rows[Units..(2 * Units)], rows[(2 * Units)..]);
    }

    /// <summary>Nine of ten pictures take other noise's w from a layer on, each layer but the first as often as another.</summary>
    [TestMethod]
    public void InTrainingStylesAreMixed()
    {
        tf.set_random_seed(3);
        const int Pictures = 4000;
        var mapping = Built();
        var z = tf.random.normal((Pictures, 5));
        var (styles, w) = (((Tensor)mapping.Apply(z, training: true)).ToArray<float>(), mapping.Map(z).ToArray<float>());
        var firsts = new int[Styles + 1];
        for (var picture = 0; picture < Pictures; picture++)
        {
            var first = 0;
            while (first < Styles && IsOwn(first))
                first++;
            firsts[first]++;
            var other = Row(Math.Min(first, Styles - 1));
            for (var layer = first; layer < Styles; layer++)
                Assert.IsTrue(Row(layer).SequenceEqual(other), $"picture {picture}, layer {layer}");

            bool IsOwn(int layer) => Row(layer).SequenceEqual(w.AsSpan(picture * Units, Units));

            Span<float> Row(int layer) => styles.AsSpan((picture * Styles + layer) * Units, Units);
        }

        Assert.AreEqual(0, firsts[0]);
        Assert.AreEqual(0.1, firsts[Styles] / (double)Pictures, 0.02, "not mixed");
        for (var layer = 1; layer < Styles; layer++)
            Assert.AreEqual(0.9 / (Styles - 1), firsts[layer] / (double)Pictures, 0.03, $"from layer {layer} on");
    }

    [TestMethod]
    public void TheAverageOfWFollowsInTrainingOnlyAndTruncationGoesThere()
    {
        var mapping = Built();
        var z = FiniteDifferences.Random((7, 5), 4);
        var w = mapping.Map(z);
        mapping.Apply(z, training: false);
        Assert.AreEqual(0f, mapping.Truncated(w, 0).ToArray<float>().Max(Math.Abs));
        mapping.Apply(z, training: true);
        var mean = tf.reduce_mean(w, 0).ToArray<float>();
        var average = mapping.Truncated(w[":1"], 0).ToArray<float>();
        foreach (var (expected, actual) in mean.Zip(average))
            Assert.AreEqual(0.005 * expected, actual, 1e-6);
        foreach (var (own, half) in w[":1"].ToArray<float>().Zip(mapping.Truncated(w[":1"], 0.5f).ToArray<float>()).ToArray())
            Assert.IsLessThan(Math.Abs(own) + 1e-3, Math.Abs(half));
        mapping.Apply(z, training: true);
        foreach (var (expected, actual) in mean.Zip(mapping.Truncated(w[":1"], 0).ToArray<float>()))
            Assert.AreEqual((1 - 0.995 * 0.995) * expected, actual, 1e-6);
    }

    private static MappingNetwork Built(int classes = 0)
    {
        tf.set_random_seed(2);
        var mapping = new MappingNetwork(Styles, Units, 3, conditional: classes > 0);
        Tensor z = tf.zeros((1, 5));
        mapping.Apply(classes == 0 ? z : new Tensors(z, tf.zeros((1, classes))));
        return mapping;
    }
}
