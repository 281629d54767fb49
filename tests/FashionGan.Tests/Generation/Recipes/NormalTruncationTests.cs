using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Tests.Generation.Recipes;

/// <summary>Noise that is kept near 0.</summary>
[TestClass]
public class NormalTruncationTests
{
    /// <summary>From Python's statistics, n = NormalDist(): n.inv_cdf(n.cdf(-T) + n.cdf(z) * (n.cdf(T) - n.cdf(-T))).</summary>
    [TestMethod]
    [DataRow(0.7, 1.0, 0.45698393)]
    [DataRow(0.7, -1.0, -0.45698393)]
    [DataRow(0.05, 2.0, 0.04772322)]
    [DataRow(2.0, 0.5, 0.47540510)]
    [DataRow(5.0, -3.0, -2.99993550)]
    public void AgreesWithItsFormula(double bound, double z, double expected)
    {
        Span<float> noise = [(float)z];
        new NormalTruncation(bound).Apply(noise);
        Assert.AreEqual(expected, noise[0], 1e-6);
    }

    [TestMethod]
    public void StaysWithinTheBoundAndInOrderEvenFarOut()
    {
        float[] values = [float.NegativeInfinity, -1e30f, -40, -9, -6, -1, -1e-6f, 0, 1e-6f, 1, 6, 9, 40, 1e30f, float.PositiveInfinity];
        foreach (var bound in new[] { NormalTruncation.Least, 0.5, 1, 3, NormalTruncation.Most })
        {
            var moved = (float[])values.Clone();
            new NormalTruncation(bound).Apply(moved);
            CollectionAssert.AreEqual(moved.Order().ToArray(), moved, $"order at {bound}");
            Assert.IsTrue(moved.All(value => Math.Abs(value) <= (float)bound), $"bound {bound}");
            Assert.AreEqual(0, moved[7], 1e-12);
            for (var i = 0; i < moved.Length; i++)
                Assert.AreEqual(-moved[i], moved[^(i + 1)], "symmetric");
        }
    }

    [TestMethod]
    public void NoiseHasTheTruncatedDistribution()
    {
        var noise = LatentNoise.Of(1, 0, 200, 100).ToArray<float>();
        new NormalTruncation(1).Apply(noise);
        // The standard deviation of a normal distribution cut off at 1: sqrt(1 - 2 phi(1) / (2 Phi(1) - 1)).
        Assert.AreEqual(0.5395, Math.Sqrt(noise.Average(value => (double)value * value)), 0.01);
        Assert.AreEqual(0, noise.Average(), 0.02);
    }

    [TestMethod]
    public void ABoundlessBoundChangesNextToNothing()
    {
        var noise = LatentNoise.Of(1, 0, 1, 100).ToArray<float>();
        var moved = (float[])noise.Clone();
        new NormalTruncation(NormalTruncation.Most).Apply(moved);
        for (var i = 0; i < noise.Length; i++)
            Assert.AreEqual(noise[i], moved[i], 1e-4);
    }

    [TestMethod]
    [DataRow(0.0499)]
    [DataRow(5.1)]
    [DataRow(double.NaN)]
    public void OtherBoundsAreRefused(double bound) => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new NormalTruncation(bound));
}
