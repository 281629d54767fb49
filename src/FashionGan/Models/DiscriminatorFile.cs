using FashionGanTf.Conditions;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Models;

/// <summary>Opens the weights of a discriminator, which a run leaves beside its generator's.</summary>
public static class DiscriminatorFile
{
    /// <summary>Its name.</summary>
    public const string Name = "discriminator.safetensors";

    /// <summary>A discriminator with a file's weights: pictures (N, 28, 28, 1) in [-1, 1] to logits (N, 1).</summary>
    /// <param name="path">The file.</param>
    /// <param name="classes">The classes of its model; with some it takes conditions, too.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else, or numbers that are not finite; the message is one line.</exception>
    public static Model Load(string path, ClassNames classes)
    {
        var discriminator = FashionGan.ToLoad(latentDim: 1, classes).Discriminator;
        try
        {
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
