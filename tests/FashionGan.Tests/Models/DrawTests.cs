using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>Pictures of recipes.</summary>
[TestClass]
public class DrawTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() =>
    {
        tf.set_random_seed(1);
        return new FashionGan();
    });

    [TestMethod]
    public void APictureOfASeedIsTheOneThatGenerateDraws() =>
        CollectionAssert.AreEqual(s_gan.Value.Generate(4, seed: 7)[3].Pixels, s_gan.Value.Draw([Recipe.Parse("7.3")])[0].Pixels);

    [TestMethod]
    public void APictureDoesNotDependOnItsCompanions()
    {
        // A server draws what happens to wait together: another place, another number of others.
        string[] texts = ["7.3", "walk(7.3,8.0,0.5)", "blend(7.3*2,8.0*1)"];
        var alone = texts.Select(text => Convert.ToHexString(s_gan.Value.Draw([Recipe.Parse(text)])[0].Pixels)).ToArray();
        foreach (var (before, after) in new[] { (1, 0), (0, 2), (13, 5), (126, 70), (200, 53) })
        {
            Recipe[] recipes = [.. SeedRecipe.Range(1, 0, before), .. texts.Select(Recipe.Parse), .. SeedRecipe.Range(2, 0, after)];
            var pictures = s_gan.Value.Draw(recipes);
            Assert.HasCount(recipes.Length, pictures);
            for (var i = 0; i < texts.Length; i++)
                Assert.AreEqual(alone[i], Convert.ToHexString(pictures[before + i].Pixels),
                    $"{texts[i]} with {before} before and {after} after");
        }
    }

    [TestMethod]
    public void TruncationChangesPicturesAndASmallOneMakesThemAlike()
    {
        double Spread(double? truncation) => Distance(s_gan.Value.Draw([Recipe.Parse("7.3"), Recipe.Parse("8.0")], new Manner(truncation)));
        Assert.IsGreaterThan(2 * Spread(NormalTruncation.Least), Spread(null));
    }

    [TestMethod]
    public void NoiseOfAnotherLengthIsRefused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => s_gan.Value.Draw([new float[99]]));
        Assert.ThrowsExactly<ArgumentException>(() => s_gan.Value.Draw(Array.Empty<float[]>()));
    }

    private static double Distance(Bitmap[] pair) => pair[0].Pixels.Zip(pair[1].Pixels, (a, b) => Math.Abs(a - b)).Average();
}
