using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>How recipes are drawn by a generator that has w.</summary>
[TestClass]
public class StyleDrawTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() => Gan());

    [TestMethod]
    public void APictureOfASeedIsTheOneThatGenerateDraws()
    {
        Assert.AreEqual(6, s_gan.Value.Styles);
        CollectionAssert.AreEqual(s_gan.Value.Generate(4, seed: 7)[3].Pixels, Pixels("7.3"));
        var conditional = Gan(classes: 3);
        CollectionAssert.AreEqual(
            conditional.Generate(1, seed: 7, first: 3, @class: "class 2")[0].Pixels, conditional.Draw([Recipe.Parse("7.3@2")])[0].Pixels);
        CollectionAssert.AreNotEqual(
            conditional.Draw([Recipe.Parse("7.3@1")])[0].Pixels, conditional.Draw([Recipe.Parse("7.3@2")])[0].Pixels);
    }

    [TestMethod]
    public void APictureDoesNotDependOnItsCompanions()
    {
        string[] texts = ["7.3", "walk(7.3,8.0,0.5)", "blend(7.3*2,8.0*1)"];
        var alone = texts.Select(text => Convert.ToHexString(Pixels(text))).ToArray();
        foreach (var (before, after) in new[] { (1, 0), (0, 2), (126, 70) })
        {
            Recipe[] recipes = [.. SeedRecipe.Range(1, 0, before), .. texts.Select(Recipe.Parse), .. SeedRecipe.Range(2, 0, after)];
            var pictures = s_gan.Value.Draw(recipes);
            for (var i = 0; i < texts.Length; i++)
                Assert.AreEqual(alone[i], Convert.ToHexString(pictures[before + i].Pixels),
                    $"{texts[i]} with {before} before and {after} after");
        }
    }

    /// <summary>In w, where a walk is straight: its middle is an even blend, which is no such thing in the noise.</summary>
    [TestMethod]
    public void WalksAndBlendsAreInW()
    {
        CollectionAssert.AreEqual(Pixels("7.3"), Pixels("walk(7.3,8.0,0)"));
        CollectionAssert.AreEqual(Pixels("8.0"), Pixels("walk(7.3,8.0,1)"));
        CollectionAssert.AreEqual(Pixels("walk(7.3,8.0,0.5)"), Pixels("blend(7.3*2,8.0*2)"));
        CollectionAssert.AreEqual(Pixels("walk(7.3,8.0,0.25)"), Pixels("walk(7.3,blend(7.3*1,8.0*1),0.5)"));
        var generator = (StyleGenerator)s_gan.Value.Generator;
        Tensor Map(string text) => generator.Mapping.Map(tf.reshape((Tensor)Recipe.Parse(text).Noise(8), (1, 8)));
        var w = tf.reshape(0.25f * Map("7.3") + 0.75f * Map("8.0"), (1, 1, 16));
        var picture = PixelRange.ToBitmaps(generator.Synthesis.Apply(new Tensors([tf.tile(w, (1, 6, 1)), .. generator.Noise])))[0];
        foreach (var (one, other) in picture.Pixels.Zip(Pixels("walk(7.3,8.0,0.75)")))
            Assert.AreEqual(one, other, 1);
    }

    [TestMethod]
    public void PsiMovesPicturesToTheAverageOne()
    {
        Bitmap[] Pair(double? psi) => s_gan.Value.Draw([Recipe.Parse("7.3"), Recipe.Parse("walk(8.0,9.0,0.5)")], new Manner(Psi: psi));
        double Spread(double? psi) => Pair(psi)[0].Pixels.Zip(Pair(psi)[1].Pixels, (a, b) => Math.Abs(a - b)).Average();
        Assert.AreEqual(0, Spread(0));
        Assert.IsGreaterThan(0.1, Spread(0.5));
        Assert.IsGreaterThan(Spread(0.5), Spread(null));
        CollectionAssert.AreEqual(Pair(null)[0].Pixels, Pair(1)[0].Pixels);
    }

    /// <summary>And none does without one; with another seed it is another picture of the same thing.</summary>
    [TestMethod]
    public void NoiseHasASeedOfItsOwn()
    {
        byte[] Drawn(int? seed) => s_gan.Value.Draw([Recipe.Parse("7.3")], new Manner(NoiseSeed: seed))[0].Pixels;
        CollectionAssert.AreEqual(Pixels("7.3"), Drawn(null));
        CollectionAssert.AreEqual(Drawn(5), Drawn(5));
        foreach (var (one, other) in new (int?, int?)[] { (null, 0), (0, 1), (1, 2) })
            CollectionAssert.AreNotEqual(Drawn(one), Drawn(other));
        double Distance(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();
        Assert.IsLessThan(Distance(Pixels("7.3"), Pixels("8.0")), Distance(Drawn(0), Drawn(1)));
    }

    /// <summary>As in a studio, where many wait: each picture has its own noise.</summary>
    [TestMethod]
    public void PicturesOfDifferentMannersAreDrawnTogether()
    {
        Manner[] manners = [Manner.Plain, new(Psi: 0.5), new(NoiseSeed: 3), new(Psi: 0.7, NoiseSeed: 4)];
        var together = s_gan.Value.Draw([.. manners.SelectMany(manner => s_gan.Value.Prepare([Recipe.Parse("7.3")], manner))]);
        for (var i = 0; i < manners.Length; i++)
            CollectionAssert.AreEqual(s_gan.Value.Draw([Recipe.Parse("7.3")], manners[i])[0].Pixels, together[i].Pixels, $"{manners[i]}");
    }

    /// <summary>The first rows of w of the one picture, the others of the other.</summary>
    [TestMethod]
    public void AMixHasCoarseStylesOfOnePictureAndFineOnesOfAnother()
    {
        var generator = (StyleGenerator)s_gan.Value.Generator;
        Tensor Map(string text) => generator.Mapping.Map(tf.reshape((Tensor)Recipe.Parse(text).Noise(8), (1, 8)));
        for (var rows = 1; rows < 6; rows++)
        {
            var (coarse, fine) = (tf.reshape(Map("7.3"), (1, 1, 16)), tf.reshape(Map("8.0"), (1, 1, 16)));
            var styles = tf.concat([tf.tile(coarse, (1, rows, 1)), tf.tile(fine, (1, 6 - rows, 1))], 1);
            CollectionAssert.AreEqual(PixelRange.ToBitmaps(generator.Synthesis.Apply(new Tensors([styles, .. generator.Noise])))[0].Pixels,
                Pixels($"mix(7.3,8.0,{rows})"), $"{rows} rows");
        }

        CollectionAssert.AreEqual(Pixels("7.3"), Pixels("mix(7.3,7.3,2)"));
        CollectionAssert.AreEqual(Pixels("8.0"), Pixels("walk(mix(7.3,8.0,2),8.0,1)"));
        CollectionAssert.AreNotEqual(Pixels("mix(7.3,8.0,2)"), Pixels("mix(8.0,7.3,2)"));
    }

    /// <summary>As the mapping network does in training: nine of ten, and any row as often as another.</summary>
    [TestMethod]
    public void AsInTrainingNineOfTenPicturesAreMixedFromAnyRowOn()
    {
        const int count = 5000;
        var recipes = SeedRecipe.Range(7, 0, count).Select(picture => MixRecipe.AsInTraining(picture, styles: 6)).ToArray();
        var mixes = recipes.OfType<MixRecipe>().ToArray();
        // Four standard deviations of a binomial distribution.
        Assert.AreEqual(0.9 * count, mixes.Length, 85);
        for (var rows = 1; rows < 6; rows++)
            Assert.AreEqual(0.18 * count, mixes.Count(mix => mix.Rows == rows), 109, $"{rows} rows");
        foreach (var (number, recipe) in recipes.Index())
            Assert.AreEqual(
                recipe is MixRecipe { Rows: var rows } ? $"mix(7.{number},2147483640.{number},{rows})" : $"7.{number}", recipe.ToString());
        CollectionAssert.AreEqual(
            recipes.Take(10).Select(recipe => $"{recipe}").ToArray(),
            SeedRecipe.Range(7, 0, 10).Select(picture => $"{MixRecipe.AsInTraining(picture, 6)}").ToArray(), "the same again");
    }

    /// <summary>Both pictures are of the class that is said, or else whose turn it is.</summary>
    [TestMethod]
    public void AsInTrainingThePicturesOfAMixAreOfOneClass()
    {
        foreach (var picture in SeedRecipe.Range(3, 0, 20).Concat(SeedRecipe.Range(3, 0, 20, "1")))
            if (MixRecipe.AsInTraining(picture, styles: 6) is MixRecipe mix)
                Assert.AreEqual((picture.Class, picture.Turn), (((SeedRecipe)mix.Fine).Class, ((SeedRecipe)mix.Fine).Turn), $"{mix}");
        Assert.IsTrue(SeedRecipe.Range(3, 0, 20, "1").Any(picture => MixRecipe.AsInTraining(picture, 6) is MixRecipe));
    }

    [TestMethod]
    public void VariationsAreStepsInWAndMayKeepRows()
    {
        CollectionAssert.AreEqual(Pixels("walk(walk(7.3,4.1,0.4),5.2,0.3)"), Pixels("vary(7.3,4.1*0.4,5.2*0.3)"));
        CollectionAssert.AreEqual(Pixels("mix(walk(7.3,4.1,0.4),7.3,2)"), Pixels("vary(7.3,4.1*0.4*1-2)"), "only the coarse rows");
        CollectionAssert.AreEqual(Pixels("mix(7.3,walk(7.3,4.1,0.4),4)"), Pixels("vary(7.3,4.1*0.4*5-6)"), "only the fine rows");
        CollectionAssert.AreEqual(Pixels("mix(walk(7.3,4.1,0.4),walk(7.3,5.2,0.3),4)"), Pixels("vary(7.3,4.1*0.4*1-4,5.2*0.3*5-6)"));
        Assert.AreEqual("4.1*0.4*5-7 changes row 7 of w, and this model has 6 in all.",
            Assert.ThrowsExactly<ArgumentException>(() => Pixels("blend(vary(7.3,4.1*0.4*5-7)*1,1.1*1)")).Message);
        Assert.AreEqual("4.1*0.4*1-2 changes rows 1 to 2 of w, and this model has none; models of --network stylegan have them.",
            Assert.ThrowsExactly<ArgumentException>(() => Recipe.Parse("vary(7.3,4.1*0.4*1-2)").Noise(4)).Message);
    }

    /// <summary>A mapping network takes noise and class, so the picture that a step goes towards needs one as well.</summary>
    [TestMethod]
    public void AVariationStaysOfTheClassOfItsPicture()
    {
        var conditional = Gan(classes: 3);
        byte[] Of(string recipe) => conditional.Draw([Recipe.Parse(recipe)])[0].Pixels;
        CollectionAssert.AreEqual(Of("walk(7.3@2,4.0@2,0.4)"), Of("vary(7.3@2,4.0*0.4)"));
        CollectionAssert.AreEqual(Of("walk(7.4@1,4.0@1,0.4)"), Of("vary(7.4,4.0*0.4)"), "whose turn it is");
        CollectionAssert.AreEqual(Of("walk(7.4@1,4.0@0,0.4)"), Of("vary(7.4,4.0@0*0.4)"), "a step may say another");
    }

    [TestMethod]
    public void AMixNeedsAsManyRowsAsItTakesAndOneMore()
    {
        Recipe mix = Recipe.Parse("walk(1.0,mix(7.3,8.0,6),0.5)");
        Assert.AreEqual("a mix takes 1 to 5 of this model's 6 rows of w from its first picture, not 6.",
            Assert.ThrowsExactly<ArgumentException>(() => s_gan.Value.Draw([mix])).Message);
        const string none = "mix(7.3,8.0,6) mixes styles, and this model has none; models of --network stylegan have them.";
        Assert.AreEqual(none, Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(latent_dim: 4).Draw([mix])).Message);
        Assert.AreEqual(none, Assert.ThrowsExactly<ArgumentException>(() => mix.Noise(4)).Message);
    }

    [TestMethod]
    public void AMixIsOfAClassWhereBothPicturesAre()
    {
        var classes = ClassNames.Numbered(3);
        float[] Of(string recipe) => Recipe.Parse(recipe).Condition(classes);
        CollectionAssert.AreEqual(new[] { 0f, 1, 0 }, Of("mix(7.3@1,8.0@1,2)"));
        CollectionAssert.AreEqual(new[] { 0.5f, 0, 0.5f }, Of("mix(7.3@0,8.0@2,2)"));
        Assert.AreEqual("mix(7.3@bag,8.0@hat,2)", Recipe.Parse("mix(7.3,8.0@hat,2)").OfClass("bag").ToString());
    }

    [TestMethod]
    public void WhatAGeneratorCannotDoIsRefused()
    {
        var plain = new FashionGan(latent_dim: 4);
        Assert.AreEqual(0, plain.Styles);
        Assert.AreEqual("this model has no w, which psi moves towards its average; models of --network stylegan have it.",
            Assert.ThrowsExactly<ArgumentException>(() => plain.Draw([Recipe.Parse("7.3")], new Manner(Psi: 0.7))).Message);
        Assert.AreEqual("this model's maps have no noise that a seed could choose; those of --network stylegan have it.",
            Assert.ThrowsExactly<ArgumentException>(() => plain.Draw([Recipe.Parse("7.3")], new Manner(NoiseSeed: 1))).Message);
        foreach (var psi in new[] { -0.1, 2.1, double.NaN })
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
                () => s_gan.Value.Draw([Recipe.Parse("7.3")], new Manner(Psi: psi))).Message, "psi is a number from 0 to 2, not ");
    }

    private static byte[] Pixels(string recipe) => s_gan.Value.Draw([Recipe.Parse(recipe)])[0].Pixels;

    /// <summary>One whose average of w is not 0, and whose noise has a strength.</summary>
    private static FashionGan Gan(int classes = 0)
    {
        tf.set_random_seed(11);
        var gan = new FashionGan(
            new StyleGanShape(PictureShape.FashionMnist, 8, [12, 8, 4], StyleSize: 16, MappingLayers: 2), ClassNames.Numbered(classes));
        Tensor z = tf.random.normal((64, 8));
        for (var step = 0; step < 100; step++)
            gan.Generator.Apply(classes == 0 ? z : new Tensors(z, Condition.InTurn(0, 64, classes)), training: true);
        foreach (var (name, weight) in gan.Generator.named_weights)
            if (name.EndsWith("noise_strength", StringComparison.Ordinal))
                weight.assign(tf.constant(new[] { 0.1f }));
        return gan;
    }
}
