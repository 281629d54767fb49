using FashionGanTf.Conditions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Models;

/// <summary>Drawing what is asked for, and the file that remembers what that can be.</summary>
[TestClass]
public class ClassTests
{
    private static readonly Lazy<FashionGan> s_gan = new(Make);

    [TestMethod]
    public void AClassIsAskedForByName()
    {
        var gan = s_gan.Value;
        var (hats, scarves) = (gan.Generate(3, seed: 7, @class: "Hats"), gan.Generate(3, seed: 7, @class: "1"));
        CollectionAssert.AreNotEqual(hats[0].Pixels, scarves[0].Pixels);
        // Nobody says which: they take turns.
        var any = gan.Generate(3, seed: 7);
        CollectionAssert.AreEqual(hats[0].Pixels, any[0].Pixels);
        CollectionAssert.AreEqual(scarves[1].Pixels, any[1].Pixels);
        CollectionAssert.AreEqual(hats[2].Pixels, any[2].Pixels);
        CollectionAssert.AreEqual(scarves[1].Pixels, gan.Generate(1, seed: 7, first: 1)[0].Pixels);
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => gan.Generate(1, seed: 7, @class: "shoe")).Message, "there are 0 hat, 1 scarf.");
        StringAssert.StartsWith(Assert.ThrowsExactly<ArgumentException>(() =>
            new FashionGan(latent_dim: 4).Generate(1, seed: 7, @class: "shoe")).Message, "The model has no classes");
    }

    [TestMethod]
    public void RecipesSayTheClass()
    {
        var gan = s_gan.Value;
        var (hat, scarf) = (new SeedRecipe(7, 1, "hat"), new SeedRecipe(8, 0, "scarf"));
        Assert.AreEqual("7.1@hat", hat.ToString());
        CollectionAssert.AreEqual(gan.Generate(2, seed: 7, @class: "hat")[1].Pixels, Draw(hat).Pixels);
        CollectionAssert.AreEqual(gan.Generate(2, seed: 7)[1].Pixels, Draw(new SeedRecipe(7, 1)).Pixels);
        CollectionAssert.AreEqual(Draw(hat).Pixels, Draw(new WalkRecipe(hat, scarf, 0)).Pixels);
        CollectionAssert.AreEqual(Draw(scarf).Pixels, Draw(new WalkRecipe(hat, scarf, 1)).Pixels);
        CollectionAssert.AreEqual(new[] { 0.75f, 0.25f }, new WalkRecipe(hat, scarf, 0.25).Condition(gan.Classes));
        CollectionAssert.AreEqual(new[] { 0.2f, 0.8f }, new BlendRecipe([(hat, 1), (scarf, 4)]).Condition(gan.Classes));
        Assert.AreEqual("walk(7.1@hat,8.0@scarf,0.5)",
            new WalkRecipe(new SeedRecipe(7, 1), scarf, 0.5).OfClass("Hat").ToString(), "said where nobody says it");
        Assert.AreEqual("blend(7.1@hat*1,8.0@scarf*2)",
            new BlendRecipe([(new SeedRecipe(7, 1), 1), (scarf, 2)]).OfClass("hat").ToString());
        Assert.IsEmpty(new SeedRecipe(7, 1).Condition(ClassNames.None));
        Assert.ThrowsExactly<ArgumentException>(() => new FashionGan(latent_dim: 4).Draw([hat]));

        Bitmap Draw(Recipe recipe) => gan.Draw([recipe])[0];
    }

    [TestMethod]
    [DataRow("7.1@hat", 0)]
    [DataRow("7.1", 1)]
    [DataRow("walk(7.1@scarf,8.0@scarf,0.3)", 1)]
    [DataRow("blend(7.1@scarf*0.1,8.0@scarf*0.7,9.0@scarf*0.3)", 1)]
    [DataRow("walk(7.1@scarf,8.0@hat,1)", 0)]
    [DataRow("walk(7.1@scarf,8.0@hat,0.001)", null)]
    [DataRow("vary(7.1,8.0*0.9)", 1)]
    [DataRow("vary(7.1@hat,8.1*0.5,9.1*0.5)", 0)]
    [DataRow("vary(7.1@scarf,8.0@hat*0.5)", null)]
    [DataRow("vary(7.1@scarf,8.0@hat*1,9.1*0.2)", 0)]
    public void APictureOfOneClassHasALabel(string recipe, int? label) =>
        Assert.AreEqual(label, Condition.LabelOf(Recipe.Parse(recipe).Condition(s_gan.Value.Classes)));

    [TestMethod]
    public void OfSeveralClassesEachHasAsManyPicturesOfTheSameNumbers()
    {
        string[] classes = ["hat", "scarf", "coat"];
        Assert.AreEqual("7.5@hat 7.6@hat 7.7@hat 7.5@scarf 7.6@scarf 7.7@scarf 7.5@coat 7.6@coat",
            string.Join(' ', SeedRecipe.Range(7, 5, 8, classes)));
        Assert.AreEqual("7.5 7.6", string.Join(' ', SeedRecipe.Range(7, 5, 2, [])));
    }

    [TestMethod]
    public void TheFileSaysWhatCanBeAskedFor()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        s_gan.Value.Save(path);
        var loaded = FashionGan.Load(path);
        CollectionAssert.AreEqual(new[] { "hat", "scarf" }, loaded.Classes.ToList());
        CollectionAssert.AreEqual(
            s_gan.Value.Generate(1, seed: 3, @class: "scarf")[0].Pixels, loaded.Generate(1, seed: 3, @class: "scarf")[0].Pixels);

        Rewrite(path, null);
        CollectionAssert.AreEqual(new[] { "class 0", "class 1" }, FashionGan.Load(path).Classes.ToList(), "a file that lost its names");
        foreach (var (names, message) in new[]
            { ("[\"a\"]", "names 1 classes and has weights for 2"), ("[\"a\", null]", "no list of the classes' names"), ("7", "no list") })
        {
            Rewrite(path, names);
            var error = Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path));
            StringAssert.Contains(error.Message, message);
        }
    }

    [TestMethod]
    public void ItsDiscriminatorIsReadWithItsClasses()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "file");
        s_gan.Value.Discriminator.save_weights(path);
        var read = DiscriminatorFile.Load(path, s_gan.Value.Classes, PictureShape.FashionMnist);
        foreach (var (one, other) in s_gan.Value.Discriminator.named_weights.Zip(read.named_weights))
            CollectionAssert.AreEqual(one.Variable.AsTensor().ToArray<float>(), other.Variable.AsTensor().ToArray<float>(), one.Name);
        Assert.ThrowsExactly<InvalidDataException>(() => DiscriminatorFile.Load(path, ClassNames.None, PictureShape.FashionMnist));
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path)).Message, "holds a discriminator's weights");
    }

    private static void Rewrite(string path, string? names)
    {
        var file = SafeTensors.load(path);
        SafeTensors.save(path, file.names.ToList().Select(name => (name, file.tensor(name))),
            names is null ? null : new Dictionary<string, string> { ["classes"] = names });
    }

    /// <summary>With gammas of each class: those that a model begins with are all 1.</summary>
    private static FashionGan Make()
    {
        var gan = new FashionGan(latent_dim: 4, new ClassNames("hat", "scarf"));
        foreach (var (name, weight) in gan.Generator.named_weights.Where(item => item.Name.EndsWith("/gamma", StringComparison.Ordinal)))
            weight.assign(Tensorflow.Binding.tf.random.Generator.from_seed(name.Length).normal(weight.shape));
        return gan;
    }
}
