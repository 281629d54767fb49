using FashionGanTf.Conditions;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <summary>Opens the weights of a discriminator, which a run leaves beside its generator's.</summary>
public static class DiscriminatorFile
{
    /// <summary>Its name.</summary>
    public const string Name = "discriminator.safetensors";

    /// <summary>Only the discriminator of a GAN with classes has it.</summary>
    private const string ClassRows = "projection_logit/embedding";

    /// <summary>A discriminator with a file's weights: pictures (N, 28, 28, 1) in [-1, 1] to logits (N, 1); null for that of a GAN with
    /// classes, which judges pictures of a class, not pictures alone.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else, or numbers that are not finite; the message is one line.</exception>
    public static Model? Load(string path)
    {
        var discriminator = FashionGan.ToLoad(latentDim: 1, ClassNames.None).Discriminator;
        try
        {
            if (File.Exists(path) && SafeTensors.load(path).contains(ClassRows))
                return null;
            discriminator.load_weights(path);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        GeneratorFile.RequireFinite(path, discriminator);
        return discriminator;
    }
}
