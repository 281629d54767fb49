using System.Security.Cryptography;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <content>The GAN that ships with the program.</content>
public sealed partial class FashionGan
{
    private const string GeneratorResource = "generator.safetensors";
    private const string DiscriminatorResource = "discriminator.safetensors";

    /// <summary>What the generator that ships is called where a file would be named.</summary>
    public const string PretrainedName = "the generator that ships with the program";

    /// <summary>The checksum of the generator that ships, as <c>sha256sum</c> has it of the run's <c>generator.safetensors</c>.</summary>
    public static string PretrainedSha256
    {
        get
        {
            using var file = Shipped(GeneratorResource);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
    }

    /// <summary>
    /// The GAN that ships with the program, generator and discriminator, as the run left them that docs/model-card.md describes. It draws
    /// from 100 numbers of noise; what else stands of pictures and seeds at <see cref="Generate"/> goes for it too.
    /// </summary>
    public static FashionGan Pretrained()
    {
        var gan = ToLoad(latentDim: 100, ClassNames.None, PictureShape.FashionMnist);
        using var generator = Shipped(GeneratorResource);
        gan.Generator.load_weights(SafeTensors.load(generator, PretrainedName), PretrainedName);
        using var discriminator = Shipped(DiscriminatorResource);
        gan.Discriminator.load_weights(SafeTensors.load(discriminator, DiscriminatorResource), DiscriminatorResource);
        return gan;
    }

    private static Stream Shipped(string name) =>
        typeof(FashionGan).Assembly.GetManifestResourceStream($"FashionGanTf.Models.Pretrained.{name}")!;
}
