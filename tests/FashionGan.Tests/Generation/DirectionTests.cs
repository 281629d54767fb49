using FashionGanTf.Captions;
using FashionGanTf.Captions.Attributes;
using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Tests.Generation;

/// <summary><c>more(7.3,darker*1.5)</c>: directions in the noise of the generators that ship, and in w.</summary>
[TestClass]
public class DirectionTests
{
    private static readonly Lazy<FashionGan> s_conditional = new(() => FashionGan.Pretrained("conditional"));

    [TestMethod]
    public void ARecipeIsReadAndWritten()
    {
        var recipe = Recipe.Parse(" more( vary(7.3@coat, 4.1*0.4) , darker*1.50 , narrower * 0.25 )");
        Assert.AreEqual("more(vary(7.3@coat,4.1*0.4),darker*1.5,narrower*0.25)", recipe.ToString());
        Assert.AreEqual(recipe.ToString(), Recipe.Parse(recipe.ToString()).ToString());
        Assert.AreEqual((1, 2), (recipe.Pictures, recipe.Depth));
        Assert.AreEqual("more(7.3@bag,darker*1)", Recipe.Parse("more(7.3,darker*1)").OfClass("bag").ToString());
    }

    [TestMethod]
    [DataRow("more(7.3)", "at least, as in more(7.3,darker*1.5)")]
    [DataRow("more(7.3,redder*1)", "there is no direction 'redder'; there are darker, lighter, wider")]
    [DataRow("more(7.3,darker*9)", "a number from 0 to 8")]
    [DataRow("more(7.3,darker)", "'*' was expected")]
    [DataRow("more(7.3,*1)", "a direction was expected")]
    [DataRow("more(7.3,darker*-1)", "how far a direction goes")]
    public void WhatIsWrongIsSaid(string text, string words) =>
        StringAssert.Contains(Assert.Throws<FormatException>(() => Recipe.Parse(text)).Message, words);

    [TestMethod]
    public void ModelsAndClassesThatHaveNoneSaySo()
    {
        var recipe = Recipe.Parse("more(7.3@coat,longer-sleeved*1)");
        StringAssert.Contains(Assert.Throws<ArgumentException>(() => s_conditional.Value.Require(recipe)).Message,
            "coat has no longer-sleeved; it has darker, lighter, wider, narrower");
        StringAssert.Contains(Assert.Throws<ArgumentException>(() => FashionGan.Pretrained("dcgan").Require(Recipe.Parse(
            "more(7.3,longer-sleeved*1)"))).Message, "this model has no longer-sleeved");
        StringAssert.Contains(Assert.Throws<ArgumentException>(() => new FashionGan(8, picture: new PictureShape(64, 3)).Require(
            Recipe.Parse("more(7.3,darker*1)"))).Message, "28 x 28");
    }

    /// <summary>Each way its own number changes by more than half a standard deviation, and no other by as much.</summary>
    [TestMethod]
    public void EachDirectionChangesWhatItSays()
    {
        SeedRecipe[] plain = [.. SeedRecipe.Range(11, 0, 100, "ankle boot")];
        var gan = s_conditional.Value;
        double[] Means(Bitmap[] pictures)
        {
            var boots = pictures.Select(picture => new Garment(picture.Pixels, 9)).ToArray();
            return [boots.Average(Darkness.Brightness), boots.Average(Height.Ratio), boots.Average(boot => Heel.Arch(boot.Silhouette))];
        }

        var before = Means(gan.Draw(plain));
        double[] After(string word) => Means(gan.Draw(plain.Select(one => new MoreRecipe(one, [(word, 2)]))));
        Assert.IsLessThan(before[0] - 5, After("darker")[0]);
        Assert.IsGreaterThan(before[0] + 5, After("lighter")[0]);
        Assert.IsGreaterThan(before[1] + 0.05, After("taller")[1]);
        Assert.IsLessThan(before[1] - 0.05, After("lower")[1]);
        Assert.IsGreaterThan(before[2] + 0.4, After("higher-heeled")[2]);
        Assert.IsLessThan(before[2], After("flatter")[2]);
        Assert.AreEqual(before[1], After("darker")[1], 0.03, "as tall as before");
    }

    [TestMethod]
    public void MovedNoiseIsAsLongAndNothingMovesByNothing()
    {
        var gan = s_conditional.Value;
        var directions = new ModelDirections(gan);
        var plain = Recipe.Parse("7.3@sneaker").Noise(gan.LatentDim);
        var moved = Recipe.Parse("more(7.3@sneaker,darker*3)").Noise(gan.LatentDim, null, directions);
        Assert.AreEqual(Length(plain), Length(moved), 1e-4);
        Assert.AreNotEqual(plain[0], moved[0]);
        CollectionAssert.AreEqual(plain, Recipe.Parse("more(7.3@sneaker,darker*0)").Noise(gan.LatentDim, null, directions));
        // The same whoever finds them.
        CollectionAssert.AreEqual(moved, Recipe.Parse("more(7.3@sneaker,darker*3)").Noise(gan.LatentDim, null, new ModelDirections(gan)));

        static double Length(float[] noise) => Math.Sqrt(noise.Sum(value => (double)value * value));
    }

    /// <summary>Of a StyleGAN directions lie in w: its first weights draw no clothes, but what is brighter and what is darker.</summary>
    [TestMethod]
    public void AStyleGansDirectionsLieInW()
    {
        Tensorflow.Binding.tf.set_random_seed(1);
        var gan = new FashionGan(8, network: "stylegan");
        SeedRecipe[] plain = [.. SeedRecipe.Range(11, 0, 60)];
        double Brightness(string word, double distance) =>
            gan.Draw(plain.Select(one => new MoreRecipe(one, [(word, distance)]))).Average(picture => picture.Pixels.Average(one => one));
        var before = gan.Draw(plain).Average(picture => picture.Pixels.Average(one => one));
        Assert.IsLessThan(before - 5, Brightness("darker", 2));
        Assert.IsGreaterThan(before + 5, Brightness("lighter", 2));
        Assert.AreEqual(before, Brightness("darker", 0), 1e-9);

        // A move is the same whatever stands beside it, and goes with what else is made in w.
        var recipes = new[] { "more(11.0,darker*2)", "walk(more(11.0,darker*2),8.0,0)", "mix(more(11.0,darker*2),11.0,3)", "11.0" }
            .Select(Recipe.Parse).ToArray();
        var together = gan.Draw(recipes);
        CollectionAssert.AreEqual(gan.Draw(recipes.Take(1))[0].Pixels, together[0].Pixels);
        CollectionAssert.AreEqual(together[0].Pixels, together[1].Pixels);
        CollectionAssert.AreNotEqual(together[0].Pixels, together[2].Pixels);
        CollectionAssert.AreNotEqual(together[3].Pixels, together[2].Pixels);
    }

    /// <summary>One picture after the other, within a walk, and in any batch: the same pixels.</summary>
    [TestMethod]
    public void APictureIsTheSameWhateverStandsBesideIt()
    {
        var recipes = new[] { "more(7.3@bag,taller*2)", "walk(more(7.3@bag,taller*2),8.0@bag,0)", "7.3@bag" }
            .Select(Recipe.Parse).ToArray();
        var together = s_conditional.Value.Draw(recipes);
        CollectionAssert.AreEqual(together[0].Pixels, s_conditional.Value.Draw(recipes.Take(1))[0].Pixels);
        CollectionAssert.AreEqual(together[0].Pixels, together[1].Pixels);
        CollectionAssert.AreNotEqual(together[0].Pixels, together[2].Pixels);
    }

    [TestMethod]
    public void TheTableHasARowForEachDirectionOfAClass()
    {
        var rows = DirectionTable.Of(s_conditional.Value, distance: 2, count: 60, seed: 3).Take(4).ToArray();
        CollectionAssert.AreEqual(new[] { "darker", "wider", "longer-sleeved", "patterned" },
            rows.Select(row => row.Direction.More).ToArray());
        foreach (var row in rows)
        {
            Assert.AreEqual(ClassNames.FashionMnist[0], row.Class);
            // Most sleeves of T-shirts are as short as they can be.
            Assert.IsTrue(row is { More: > 0.3, Kept: > 0.7 } && row.More - row.Less > 0.5, $"{row}");
        }
    }
}
