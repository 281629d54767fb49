using FashionGanTf.Evaluation.Measures;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>Every measure agrees with the programs that are in common use, to a millionth.</summary>
[TestClass]
public class GoldenMeasuresTests
{
    public static IEnumerable<object[]> FeatureCases => GoldenEvaluation.With("frechet");

    public static IEnumerable<object[]> DensityCases => GoldenEvaluation.With("overlap");

    [TestMethod]
    public void ThereAreCases()
    {
        Assert.HasCount(4, FeatureCases.ToList());
        Assert.HasCount(2, DensityCases.ToList());
    }

    [TestMethod]
    [DynamicData(nameof(FeatureCases))]
    public void FrechetDistanceAgrees(int number)
    {
        var (real, fake) = (GoldenEvaluation.Features(number, "real"), GoldenEvaluation.Features(number, "fake"));
        // Of one set with itself it is the difference of equal traces.
        var scale = number == 3 ? 2 * Gaussian.Of(real).Covariance.Trace() : 0;
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "frechet"), FrechetDistance.Between(real, fake), "frechet", scale);
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "frechet"), FrechetDistance.Between(fake, real),
            "frechet, the other way", scale);
    }

    [TestMethod]
    [DynamicData(nameof(FeatureCases))]
    public void KernelDistanceAgrees(int number)
    {
        var expected = GoldenEvaluation.Value(number, "kernel_distance_unbiased");
        // torch-fidelity takes sets of one size only.
        if (double.IsNaN(expected))
            Assert.AreNotEqual(GoldenEvaluation.Features(number, "real").shape[0], GoldenEvaluation.Features(number, "fake").shape[0]);
        else
            GoldenEvaluation.RequireNear(expected, KernelDistance
                .Unbiased(GoldenEvaluation.Features(number, "real"), GoldenEvaluation.Features(number, "fake")), "kernel distance");
    }

    [TestMethod]
    [DynamicData(nameof(FeatureCases))]
    public void PrecisionRecallDensityAndCoverageAgree(int number)
    {
        var (real, fake) = (GoldenEvaluation.Features(number, "real"), GoldenEvaluation.Features(number, "fake"));
        var k = GoldenEvaluation.Nearest(number);
        var manifolds = Manifolds.Compare(
            real, NeighbourRadii.Squared(real, k, default), fake, NeighbourRadii.Squared(fake, k, default), k, default);
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "precision"), manifolds.Precision, "precision");
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "recall"), manifolds.Recall, "recall");
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "density"), manifolds.Density, "density");
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "coverage"), manifolds.Coverage, "coverage");
    }

    [TestMethod]
    [DynamicData(nameof(DensityCases))]
    public void DensitiesAndTheirOverlapAgree(int number)
    {
        var grid = GoldenEvaluation.Values(number, "grid");
        var densities = new[] { "x", "y" }.Select(name =>
        {
            var values = GoldenEvaluation.Values(number, name);
            var density = new PixelDensity(values, Enumerable.Repeat(1L, values.Length));
            if (name == "x")
                GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "bandwidth_x"), density.Bandwidth, "bandwidth");
            var (expected, actual) = (GoldenEvaluation.Values(number, $"density_{name}"), density.At(grid, density.Bandwidth));
            for (var i = 0; i < grid.Length; i++)
                GoldenEvaluation.RequireNear(expected[i], actual[i], $"density of {name} at {grid[i]}");
            return actual;
        }).ToArray();
        GoldenEvaluation.RequireNear(GoldenEvaluation.Value(number, "overlap"), PixelDensity.Overlap(grid, densities[0], densities[1]),
            "overlap");
    }
}
