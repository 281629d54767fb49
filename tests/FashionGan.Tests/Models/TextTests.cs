using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Models;

/// <summary>Drawing what a text says, and the file that remembers the words.</summary>
[TestClass]
public class TextTests
{
    private static readonly Vocabulary s_vocabulary =
        new(["dark", "light", "dress", "boot"], [(0, 1), (2, 3)], ["dark dress", "light boot"]);

    private static readonly Lazy<FashionGan> s_gan = new(() => new FashionGan(
        new FashionGanTf.Networks.DcganShape(PictureShape.FashionMnist, 8, [256, 128, 64], [64, 128], 0.3f), vocabulary: s_vocabulary));

    [TestMethod]
    public void ATextIsAskedFor()
    {
        var gan = s_gan.Value;
        var (dress, boot) = (gan.Generate(3, seed: 7, @class: "Dark dress!"), gan.Generate(3, seed: 7, @class: "light boot"));
        CollectionAssert.AreNotEqual(dress[0].Pixels, boot[0].Pixels);
        var any = gan.Generate(3, seed: 7);
        CollectionAssert.AreEqual(dress[0].Pixels, any[0].Pixels, "captions take turns");
        CollectionAssert.AreEqual(boot[1].Pixels, any[1].Pixels);
        CollectionAssert.AreEqual(dress[2].Pixels, any[2].Pixels);
        CollectionAssert.AreEqual(dress[1].Pixels, gan.Generate(1, seed: 7, first: 1, @class: "dark velvet dress")[0].Pixels,
            "what is not known is left out");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => gan.Generate(1, seed: 7, @class: "velvet")).Message,
            "it knows boot, dark, dress, light.");
    }

    [TestMethod]
    public void RecipesSayTheText()
    {
        var gan = s_gan.Value;
        var (dress, boot) = (new SeedRecipe(7, 1, "Dark dress"), Recipe.Parse("8.0@light-boot"));
        Assert.AreEqual("7.1@dark-dress", dress.ToString());
        CollectionAssert.AreEqual(gan.Generate(2, seed: 7, @class: "dark dress")[1].Pixels, Draw(dress));
        CollectionAssert.AreEqual(Draw(dress), Draw(new WalkRecipe(dress, boot, 0)));
        CollectionAssert.AreEqual(Draw(boot), Draw(new WalkRecipe(dress, boot, 1)));
        CollectionAssert.AreNotEqual(Draw(boot), Draw(new WalkRecipe(dress, boot, 0.5)));
        // Between two texts lies the weighted mean of their conditions.
        var conditions = gan.Conditions;
        var (from, to) = (dress.Condition(conditions), boot.Condition(conditions));
        foreach (var (between, i) in new WalkRecipe(dress, boot, 0.25).Condition(conditions).Select((value, i) => (value, i)))
            Assert.AreEqual(0.75 * from[i] + 0.25 * to[i], between, 1e-6);
        CollectionAssert.AreEqual(Draw(dress), Draw(Recipe.Parse(new WalkRecipe(dress, boot, 0).ToString())));
        Assert.AreEqual("no picture that the model learned from was called both 'dark' and 'light'; it draws something between.",
            gan.Notes(Recipe.Parse("walk(7.1@dark-light-dress,8.0,0.5)")).Single());
        Assert.IsEmpty(gan.Notes(dress));

        byte[] Draw(Recipe recipe) => gan.Draw([recipe])[0].Pixels;
    }

    [TestMethod]
    public void TheBestOfSomeAreAllOfOneText()
    {
        Assert.AreEqual("7.4@light-boot 7.5@light-boot 7.6@light-boot 7.7@light-boot",
            string.Join(' ', BestOf.Candidates(new SeedRecipe(7, 1), 4, s_gan.Value.Conditions)));
        var (recipe, picture) = BestOf.Draw(s_gan.Value, [new SeedRecipe(7, 1, "dark dress")], 2, Manner.Plain).Single();
        StringAssert.EndsWith(recipe.ToString(), "@dark-dress");
        CollectionAssert.AreEqual(s_gan.Value.Draw([recipe])[0].Pixels, picture.Pixels);
    }

    [TestMethod]
    public void TheFileSaysWhatTheWordsAre()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "generator.safetensors");
        s_gan.Value.Save(path);
        s_gan.Value.Discriminator.save_weights(Path.Combine(folder.Path, "discriminator.safetensors"));
        var loaded = FashionGan.Load(path);
        CollectionAssert.AreEqual(s_vocabulary.ToList(), loaded.Vocabulary!.ToList());
        CollectionAssert.AreEqual(s_vocabulary.Exclusions.ToList(), loaded.Vocabulary!.Exclusions.ToList());
        CollectionAssert.AreEqual(s_vocabulary.Captions.ToList(), loaded.Vocabulary!.Captions.ToList());
        Assert.AreEqual(8, loaded.LatentDim);
        var recipe = new SeedRecipe(3, 0, "dark boot");
        var picture = s_gan.Value.Draw([recipe]);
        CollectionAssert.AreEqual(picture[0].Pixels, loaded.Draw([recipe])[0].Pixels);
        Assert.IsTrue(loaded.CanJudge);
        CollectionAssert.AreEqual(s_gan.Value.Judge(picture, [recipe]), loaded.Judge(picture, [recipe]));

        var texts = SafeTensors.load(path).metadata;
        foreach (var (key, text, message) in new[]
        {
            ("words", null, "draws by texts and lacks its text 'words', without which its words are not known."),
            ("words", "[\"dark\"]", "do not fit each other"), ("words", "7", "its text 'words' is damaged"),
            ("words", "[\"dark\",\"light\",\"dress\",\"boot\",\"hat\"]", "names 5 words and has weights of the shape (5, 64)"),
            ("words", "[\"dark\",\"light\",\"dress\",null]", "do not fit each other"),
            ("exclusions", "[[0]]", "do not fit each other"), ("exclusions", "[[0,9]]", "do not fit each other"),
            ("captions", "[]", "do not fit each other"),
        })
        {
            Rewrite(path, key, text);
            StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => FashionGan.Load(path)).Message, message);
            Rewrite(path, key, texts[key]);
        }
    }

    private static void Rewrite(string path, string key, string? text)
    {
        var file = SafeTensors.load(path);
        var texts = file.metadata.Where(one => one.Key != key).ToDictionary();
        if (text is not null)
            texts[key] = text;
        SafeTensors.save(path, file.names.Select(name => (name, file.tensor(name))).ToList(), texts);
    }
}
