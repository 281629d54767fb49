using Tensorflow.Devices.Cpu;

namespace Tensorflow.Tests.RandomNumbers;

/// <summary>A stream of random numbers: its position, its children, its statistics.</summary>
[TestClass]
public class RandomGeneratorTests
{
    private const int Many = 200_000;

    [TestMethod]
    public void AFirstDrawIsThatOfTensorFlowsGenerator()
    {
        foreach (var golden in Golden.Cases("random"))
        {
            var counter = golden.Values<long>("counter");
            if (counter[1] != 0)
                continue;
            var n = golden.Values<float>("uniform").Length;
            var generator = new RandomGenerator(0) { State = ((ulong)golden.Values<long>("key")[0], (ulong)counter[0]) };
            CollectionAssert.AreEqual(golden.Values<float>("uniform"), generator.Uniform(n).ToArray<float>(), $"{golden}");
        }
    }

    [TestMethod]
    public void ADrawMovesOnBy256StepsANumberWhateverItDraws()
    {
        var draws = new Action<RandomGenerator>[]
        {
            g => g.Uniform((3, 5)), g => g.Normal(15), g => g.TruncatedNormal((5, 3)), g => g.Integers(15, 0, 2), g => g.Reserve(15),
        };
        foreach (var draw in draws)
        {
            var generator = new RandomGenerator(4);
            draw(generator);
            Assert.AreEqual((4UL, 15UL * 256), generator.State);
        }
    }

    [TestMethod]
    public void SettingTheStateRepeatsWhatFollowed()
    {
        var generator = new RandomGenerator(4);
        generator.Normal(7);
        var state = generator.State;
        var first = generator.Normal(100).ToArray<float>();
        var key = generator.NextKey();
        generator.State = state;
        CollectionAssert.AreEqual(first, generator.Normal(100).ToArray<float>());
        Assert.AreEqual(key, generator.NextKey());
    }

    [TestMethod]
    public void NumbersDoNotRepeatFromDrawToDraw()
    {
        var generator = new RandomGenerator(4);
        var seen = new HashSet<ulong>();
        for (var i = 0; i < 10_000; i++)
            Assert.IsTrue(seen.Add(generator.NextKey()), $"key {i} was there before");
        Assert.IsFalse(generator.Uniform(50).ToArray<float>().SequenceEqual(generator.Uniform(50).ToArray<float>()));
    }

    [TestMethod]
    public void AnEmptyRangeOfIntegersIsAnError()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => new RandomGenerator(1).Integers(3, 5, 5));
        Assert.AreEqual("Random integers need a range that is not empty; 5 to 5 is.", error.Message);
    }

    [TestMethod]
    public void UniformsAreUniform()
    {
        var u = new RandomGenerator(11).Uniform(Many, -2, 6).ToArray<float>();
        Assert.IsTrue(u.All(x => x is >= -2 and < 6));
        MomentsAre(u, mean: 2, variance: 64.0 / 12);
        Assert.IsLessThan(1.95 / Math.Sqrt(Many), Distance(u, x => (x + 2) / 8));
    }

    [TestMethod]
    public void NormalsAreNormal()
    {
        var z = new RandomGenerator(12).Normal(Many, 3, 0.5).ToArray<float>();
        MomentsAre(z, mean: 3, variance: 0.25);
        Assert.IsLessThan(1.95 / Math.Sqrt(Many), Distance(z, x => Phi((x - 3) / 0.5)));
    }

    [TestMethod]
    public void TruncatedNormalsAreNormalBetweenTheirLimits()
    {
        var z = new RandomGenerator(13).TruncatedNormal(Many, 1, 2).ToArray<float>();
        Assert.IsTrue(z.All(x => x is > -3 and < 5));
        // The variance of a standard normal between -2 and 2: 1 - 4 phi(2) / (2 Phi(2) - 1).
        var variance = 1 - 4 * Math.Exp(-2) / Math.Sqrt(2 * Math.PI) / (2 * Phi(2) - 1);
        MomentsAre(z, mean: 1, variance: 4 * variance);
        Assert.IsLessThan(1.95 / Math.Sqrt(Many), Distance(z, x => (Phi((x - 1) / 2) - Phi(-2)) / (2 * Phi(2) - 1)));
    }

    [TestMethod]
    public void IntegersAreEquallyLikely()
    {
        var counts = new int[10];
        foreach (var n in new RandomGenerator(14).Integers(Many, -3, 7).ToArray<int>())
            counts[n + 3]++;
        // Chi squared with nine degrees of freedom is above 27.9 once in a thousand.
        var chi = counts.Sum(count => Math.Pow(count - Many / 10.0, 2) / (Many / 10.0));
        Assert.IsLessThan(27.9, chi);
    }

    [TestMethod]
    public void PairsOfTheSameBlockAreNotCorrelated()
    {
        var z = new RandomGenerator(15).Normal(Many).ToArray<float>();
        for (var lag = 1; lag <= 4; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < z.Length; i++)
                sum += z[i] * z[i - lag];
            Assert.IsLessThan(4 / Math.Sqrt(Many), Math.Abs(sum / Many), $"lag {lag}");
        }
    }

    /// <summary>Mean and variance are within four of their standard errors.</summary>
    private static void MomentsAre(float[] x, double mean, double variance)
    {
        Assert.AreEqual(mean, x.Average(), 4 * Math.Sqrt(variance / x.Length), "mean");
        var actual = x.Average(v => (v - mean) * (v - mean));
        Assert.AreEqual(variance, actual, 4 * variance * Math.Sqrt(2.0 / x.Length), "variance");
    }

    /// <summary>Kolmogorov's and Smirnov's distance; above 1.95 / sqrt(n) once in a thousand.</summary>
    private static double Distance(float[] x, Func<double, double> distribution)
    {
        var sorted = x.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = distribution(sorted[i]);
            distance = Math
                .Max(distance, Math.Max(Math.Abs(expected - (double)i / sorted.Length), Math.Abs((i + 1.0) / sorted.Length - expected)));
        }

        return distance;
    }

    private static double Phi(double x) => 0.5 * (1 + ErrorFunction.Erf(x / Math.Sqrt(2)));
}
