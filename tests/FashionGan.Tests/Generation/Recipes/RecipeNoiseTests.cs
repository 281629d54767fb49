using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Tests.Generation.Recipes;

/// <summary>The noise that recipes stand for.</summary>
[TestClass]
public class RecipeNoiseTests
{
    private const int LatentDim = 100;

    [TestMethod]
    public void APictureOfASeedIsTheOneThatGenerateDraws()
    {
        var noise = Noise("7.3");
        CollectionAssert.AreEqual(LatentNoise.Of(7, 3, 1, LatentDim).ToArray<float>(), noise);
        CollectionAssert.AreNotEqual(Noise("7.4"), noise);
        CollectionAssert.AreNotEqual(Noise("3.7"), noise);
    }

    [TestMethod]
    public void AWalkBeginsAndEndsAtItsPicturesAndHasTheAngleBetween()
    {
        var (a, b) = (Noise("7.3"), Noise("8.0"));
        CollectionAssert.AreEqual(a, Noise("walk(7.3,8.0,0)"));
        CollectionAssert.AreEqual(b, Noise("walk(7.3,8.0,1)"));
        // The same walk, from its definition: w between both, the point t of it in their plane.
        var angle = Math.Acos(Dot(a, b) / (Length(a) * Length(b)));
        foreach (var t in new[] { 0.25, 0.5, 0.9 })
        {
            var point = Noise(FormattableString.Invariant($"walk(7.3,8.0,{t})"));
            for (var i = 0; i < LatentDim; i++)
                Assert.AreEqual((Math.Sin((1 - t) * angle) * a[i] + Math.Sin(t * angle) * b[i]) / Math.Sin(angle), point[i], 1e-6);
        }

        var half = Noise("walk(7.3,8.0,0.5)");
        Assert.AreEqual((Length(a) + Length(b)) / 2, Length(half), 0.1 * Length(a), "a straight line's middle would be a third shorter");
    }

    [TestMethod]
    public void APathLeadsByWayOfItsStopsAndBack()
    {
        Recipe[] stops = [Recipe.Parse("7.3"), Recipe.Parse("8.0"), Recipe.Parse("9.1")];
        string[] Path(int count, bool isLoop) => [.. WalkRecipe.Path(stops, count, isLoop).Select(recipe => recipe.ToString())];
        CollectionAssert.AreEqual(
            new[] { "walk(7.3,8.0,0)", "walk(7.3,8.0,0.5)", "walk(8.0,9.1,0)", "walk(8.0,9.1,0.5)", "walk(8.0,9.1,1)" }, Path(5, false));
        CollectionAssert.AreEqual(new[] { "walk(7.3,8.0,0)", "walk(7.3,8.0,0.5)", "walk(8.0,9.1,0)", "walk(8.0,9.1,0.5)",
            "walk(9.1,7.3,0)", "walk(9.1,7.3,0.5)" }, Path(6, true));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => WalkRecipe.Path([stops[0]], 3, false));
    }

    [TestMethod]
    public void ALineOfVariationsIsWalksWithinWalks()
    {
        CollectionAssert.AreEqual(Noise("walk(7.3,4.1,0.4)"), Noise("vary(7.3,4.1*0.4)"));
        CollectionAssert.AreEqual(
            Noise("walk(walk(walk(7.3,4.1,0.4),5.2,0),6.0,0.25)", 0.7), Noise("vary(7.3,4.1*0.4,5.2*0,6.0*0.25)", 0.7));
        CollectionAssert.AreEqual(Noise("6.0"), Noise("vary(blend(7.3*1,8.0*1),4.1*0.4,6.0*1)"));
        var far = Noise($"vary(7.3,{string.Join(',', Enumerable.Range(0, 500).Select(step => $"{step}.{step % 23}*0.4"))})");
        Assert.AreEqual(Math.Sqrt(LatentDim), Length(far), 2, "as long as noise is, however far one went");
    }

    [TestMethod]
    public void AWalkToItselfStays()
    {
        var (a, stayed) = (Noise("7.3"), Noise("walk(7.3,7.3,0.37)"));
        for (var i = 0; i < LatentDim; i++)
            Assert.AreEqual(a[i], stayed[i], 1e-6);
    }

    [TestMethod]
    public void OppositeEndsMeetInNothingThatIsNoNumber()
    {
        // With one number of noise, two pictures lie on one line: at an angle of 0 or of 180 degrees.
        foreach (var number in Enumerable.Range(0, 8))
            foreach (var text in new[] { $"walk(7.{number},8.0,0.5)", $"blend(7.{number}*1,8.0*1)" })
                Assert.IsTrue(float.IsFinite(Recipe.Parse(text).Noise(1)[0]), text);
    }

    [TestMethod]
    public void ABlendIsTheWeightedMeanAtTheMeanLength()
    {
        var (a, b, c) = (Noise("7.3"), Noise("8.0"), Noise("9.1"));
        var blend = Noise("blend(7.3*2,8.0*1,9.1*1)");
        Assert.AreEqual((2 * Length(a) + Length(b) + Length(c)) / 4, Length(blend), 1e-5);
        var mean = Enumerable.Range(0, LatentDim).Select(i => (2f * a[i] + b[i] + c[i]) / 4).ToArray();
        for (var i = 0; i < LatentDim; i++)
            Assert.AreEqual(mean[i] / Length(mean), blend[i] / Length(blend), 1e-6);
    }

    [TestMethod]
    public void OnlyTheRatioOfWeightsCounts()
    {
        CollectionAssert.AreEqual(Noise("blend(7.3*2,8.0*1)"), Noise("blend(7.3*1,8.0*0.5)"));
        var (a, only) = (Noise("7.3"), Noise("blend(7.3*5,8.0*0)"));
        for (var i = 0; i < LatentDim; i++)
            Assert.AreEqual(a[i], only[i], 1e-6);
    }

    [TestMethod]
    public void TruncationIsOfThePicturesThatARecipeIsMadeOf()
    {
        var (a, b) = (Noise("7.3", 0.5), Noise("8.0", 0.5));
        CollectionAssert.AreEqual(a, Noise("walk(7.3,8.0,0)", 0.5));
        Assert.IsTrue(a.Concat(b).All(value => Math.Abs(value) <= 0.5));
        var half = Noise("walk(7.3,8.0,0.5)", 0.5);
        var angle = Math.Acos(Dot(a, b) / (Length(a) * Length(b)));
        Assert.AreEqual((a[0] + b[0]) * Math.Sin(angle / 2) / Math.Sin(angle), half[0], 1e-6);
    }

    [TestMethod]
    public void APathHasEqualStepsAndBothEnds()
    {
        var path = WalkRecipe.Path(Recipe.Parse("7.3"), Recipe.Parse("8.0"), 4);
        CollectionAssert.AreEqual(new[] { "walk(7.3,8.0,0)", "walk(7.3,8.0,0.3333)", "walk(7.3,8.0,0.6667)", "walk(7.3,8.0,1)" },
            path.Select(recipe => recipe.ToString()).ToArray());
    }

    private static float[] Noise(string text, double? truncation = null) => Recipe.Parse(text).Noise(LatentDim, truncation);

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();

    private static double Length(float[] vector) => Math.Sqrt(Dot(vector, vector));
}
