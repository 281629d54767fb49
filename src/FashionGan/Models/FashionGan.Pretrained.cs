using System.Security.Cryptography;
using Tensorflow.Keras.Initializers;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <content>The GANs that ship with the program.</content>
public sealed partial class FashionGan
{
    /// <summary>What the GANs that ship are called, the one first that is taken where nobody says: <c>conditional</c> with Fashion-MNIST's
    /// classes, which draws best, <c>text</c> with words, and <c>dcgan</c> with neither.</summary>
    public static IReadOnlyList<string> PretrainedNames { get; } = [Best, "text", "dcgan"];

    private const string Best = "conditional";

    /// <summary>
    /// A GAN that ships with the program, generator and discriminator: the weights of a published run, rounded to float16.
    /// docs/model-card.md and its neighbours describe them. It draws from 100 numbers of noise; what else stands of pictures and seeds at
    /// <see cref="Generate"/> goes for it too.
    /// </summary>
    /// <param name="model">One of <see cref="PretrainedNames"/>.</param>
    /// <exception cref="ArgumentException">None is called so.</exception>
    public static FashionGan Pretrained(string model = Best)
    {
        var (generator, discriminator) = (Shipped(model, "generator"), Shipped(model, "discriminator"));
        var name = PretrainedSource(model);
        var weights = SafeTensors.load(generator, name);
        var file = GeneratorFile.Of(weights, name);
        using var skipped = RandomInitializer.Skip();
        var gan = ToLoad(file.Shape, file.Classes, file.Vocabulary);
        gan.Generator.load_weights(weights, name);
        gan.Discriminator.load_weights(SafeTensors.load(discriminator, name), name);
        return gan;
    }

    /// <summary>The checksum of a generator that ships, as <c>sha256sum</c> has it of the file in <c>Models/Pretrained</c>.</summary>
    /// <param name="model">One of <see cref="PretrainedNames"/>.</param>
    /// <exception cref="ArgumentException">None is called so.</exception>
    public static string PretrainedSha256(string model = Best) =>
        Convert.ToHexStringLower(SHA256.HashData(Shipped(model, "generator")));

    /// <summary>What a generator that ships is called where a file would be named.</summary>
    /// <param name="model">One of <see cref="PretrainedNames"/>.</param>
    public static string PretrainedSource(string model) => $"{model}, which ships with the program";

    private static Stream Shipped(string model, string network) =>
        typeof(FashionGan).Assembly.GetManifestResourceStream($"FashionGanTf.Models.Pretrained.{model}.{network}.safetensors")
        ?? throw new ArgumentException($"No model that ships is called '{model}'; there are {string.Join(", ", PretrainedNames)}.");
}
