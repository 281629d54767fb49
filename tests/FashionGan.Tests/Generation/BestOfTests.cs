using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Tests.Generation;

/// <summary>Pictures that the discriminator chooses.</summary>
[TestClass]
public class BestOfTests
{
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Pretrained("dcgan"));

    [TestMethod]
    public void ALogitDoesNotDependOnItsCompanions()
    {
        Recipe[] recipes = [.. SeedRecipe.Range(7, 0, 130)];
        var pictures = s_gan.Value.Draw(recipes);
        var together = s_gan.Value.Judge(pictures, recipes);
        foreach (var i in new[] { 0, 1, 64, 127, 128, 129 })
            Assert.AreEqual(together[i], s_gan.Value.Judge([pictures[i]], [recipes[i]])[0], $"picture {i}");
    }

    [TestMethod]
    public void EachIsTheMostRealOfItsGroupWhicheverOthersAreDrawn()
    {
        Recipe[] recipes = [.. SeedRecipe.Range(7, 0, 160)];
        var pictures = s_gan.Value.Draw(recipes);
        var logits = s_gan.Value.Judge(pictures, recipes);
        var best = BestOf.Draw(s_gan.Value, SeedRecipe.Range(7, 0, 40), 4, Manner.Plain).ToArray();
        for (var i = 0; i < 40; i++)
        {
            var group = Enumerable.Range(4 * i, 4);
            var place = group.First(one => logits[one] == group.Max(other => logits[other]));
            Assert.AreEqual($"7.{place}", best[i].Recipe.ToString());
            CollectionAssert.AreEqual(pictures[place].Pixels, best[i].Picture.Pixels);
        }

        var alone = BestOf.Draw(s_gan.Value, [new SeedRecipe(7, 17)], 4, Manner.Plain).Single();
        Assert.AreEqual(best[17].Recipe.ToString(), alone.Recipe.ToString());
    }

    [TestMethod]
    public void CandidatesAreOfTheClassWhoseTurnItIs()
    {
        var classes = FashionGan.Pretrained("conditional").Classes;
        CollectionAssert.AreEqual(new[] { "7.26@dress", "7.27@dress" }, Candidates(new SeedRecipe(7, 13), 2));
        CollectionAssert.AreEqual(new[] { "7.24@bag", "7.25@bag", "7.26@bag" }, Candidates(new SeedRecipe(7, 8, "bag"), 3));

        string[] Candidates(SeedRecipe picture, int of) => [.. BestOf.Candidates(picture, of, classes).Select(one => one.ToString())];
    }

    [TestMethod]
    public void NumbersEnd()
    {
        var far = new SeedRecipe(7, int.MaxValue / 2);
        var error = Assert.ThrowsExactly<ArgumentException>(() => BestOf.Candidates(far, 4, s_gan.Value.Classes));
        Assert.AreEqual(
            "the best of 4 number 1073741823 would be chosen from number 4294967292 on; 2147483647 is the last.", error.Message);
    }

    [TestMethod]
    public void ADiscriminatorIsFoundBesideItsGenerator()
    {
        var folder = Directory.CreateTempSubdirectory("best-of-").FullName;
        try
        {
            var path = Path.Combine(folder, "generator.safetensors");
            s_gan.Value.Save(path);
            Assert.IsFalse(FashionGan.Load(path).CanJudge);
            Assert.ThrowsExactly<InvalidOperationException>(() => FashionGan.Load(path).Judge([], []));
            s_gan.Value.Discriminator.save_weights(Path.Combine(folder, DiscriminatorFile.Name));
            var loaded = FashionGan.Load(path);
            Assert.IsTrue(loaded.CanJudge);
            Recipe[] recipes = [.. SeedRecipe.Range(7, 0, 3)];
            CollectionAssert.AreEqual(
                s_gan.Value.Judge(s_gan.Value.Draw(recipes), recipes), loaded.Judge(loaded.Draw(recipes), recipes));
            File.WriteAllText(Path.Combine(folder, DiscriminatorFile.Name), "no weights");
            Assert.IsFalse(FashionGan.Load(path).CanJudge, "what does not fit is not there");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Its discriminator compares the pictures of a batch, so each is judged alone.</summary>
    [TestMethod]
    public void AStyleGansLogitDoesNotDependOnItsCompanionsEither()
    {
        var gan = new FashionGan(latent_dim: 4, network: "stylegan");
        Recipe[] recipes = [.. SeedRecipe.Range(7, 0, 4)];
        var pictures = gan.Draw(recipes);
        Assert.AreEqual(gan.Judge(pictures, recipes)[2], gan.Judge([pictures[2]], [recipes[2]])[0]);
    }
}
