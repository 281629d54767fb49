using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Studio.Tests.Page;
using Tensorflow;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Studio.Tests.Support;

/// <summary>A folder for all tests, with a generator that nobody trained and training data that looks like Fashion-MNIST.</summary>
[TestClass]
public static class Workplace
{
    private static readonly string s_folder = Directory.CreateTempSubdirectory("fashion-gan-studio-").FullName;

    /// <summary>The generator's file.</summary>
    internal static string Model => Path("generator.safetensors");

    /// <summary>The file of a generator with the classes of Fashion-MNIST.</summary>
    internal static string ConditionalModel => Path("conditional.safetensors");

    /// <summary>The file of a generator of 64 x 64 in colour.</summary>
    internal static string ColourModel => Path("colour.safetensors");

    /// <summary>The file of a StyleGAN's generator.</summary>
    internal static string StyleModel => Path("style.safetensors");

    /// <summary>The file of a generator that takes texts, beside its discriminator's.</summary>
    internal static string TextModel => Path("text/generator.safetensors");

    /// <summary>The words that it knows.</summary>
    internal static Vocabulary Vocabulary { get; } = new(
        ["a", "dark", "light", "dress", "boot", "sleeveless", "sleeves", "long"], [(1, 2), (3, 4), (4, 5)], ["a dark dress", "light boot"]);

    /// <summary>The file of the first generator beside its discriminator's, so that it can be judged.</summary>
    internal static string JudgedModel => Path("judged/generator.safetensors");

    /// <summary>The folder with the data: 40 pictures for training.</summary>
    internal static string Data => Path("data");

    /// <summary>A folder with so many pictures that an epoch takes some seconds: 4,000.</summary>
    internal static string ManyPictures => s_manyPictures.Value;

    private static readonly Lazy<string> s_manyPictures = new(() =>
    {
        WriteData(Path("many"), 4000);
        return Path("many");
    });

    /// <summary>A place in the folder.</summary>
    internal static string Path(string name) => System.IO.Path.Combine(s_folder, name);

    [AssemblyInitialize]
    public static void Begin(TestContext context)
    {
        tf.set_random_seed(1);
        var gan = new FashionGan();
        gan.Save(Model);
        Directory.CreateDirectory(Path("judged"));
        gan.Save(JudgedModel);
        gan.Discriminator.save_weights(Path($"judged/{DiscriminatorFile.Name}"));
        // What a model begins with is the same for all classes.
        var conditional = new FashionGan(100, ClassNames.FashionMnist);
        foreach (var weight in conditional.Generator.TrainableVariables)
            weight.assign(weight.AsTensor() + 0.3f * tf.random.normal(weight.shape));
        conditional.Save(ConditionalModel);
        new FashionGan(latent_dim: 8, picture: new PictureShape(64, 3)).Save(ColourModel);
        WriteData(Data, 40);
        new FashionGan(latent_dim: 8, network: "stylegan").Save(StyleModel);
        Directory.CreateDirectory(Path("text"));
        var texts = new FashionGan(DcganShape.Of(PictureShape.FashionMnist, latentDim: 8), vocabulary: Vocabulary);
        texts.Save(TextModel);
        texts.Discriminator.save_weights(Path($"text/{DiscriminatorFile.Name}"));
    }

    [AssemblyCleanup]
    public static async Task End()
    {
        await Chromium.End();
        Directory.Delete(s_folder, recursive: true);
    }

    private static void WriteData(string folder, int pictures)
    {
        Directory.CreateDirectory(folder);
        foreach (var (part, count) in new[] { ("train", pictures), ("t10k", 4) })
        {
            var pixels = Enumerable.Range(0, count * 784).Select(i => (byte)(i % 784 / 28 * 9 + i / 784)).ToArray();
            IdxFile.save(System.IO.Path.Combine(folder, $"{part}-images-idx3-ubyte.gz"), np.array(pixels).reshape((count, 28, 28)));
            IdxFile.save(System.IO.Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz"), np.array(new byte[count]));
        }
    }
}
