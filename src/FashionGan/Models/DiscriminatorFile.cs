using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <summary>Opens the weights of a discriminator, which a run leaves beside its generator's.</summary>
public static class DiscriminatorFile
{
    /// <summary>Its name.</summary>
    public const string Name = "discriminator.safetensors";

    /// <summary>The last layer's weights, a row for each number that it reads: the logit's, or of one with conditions the
    /// classes'.</summary>
    private const string Kernel = "dense/kernel";

    /// <summary>The layers that halve the maps.</summary>
    private const string Convolution = "conv2d";

    /// <summary>A discriminator with a file's weights: pictures (N, size, size, channels) in [-1, 1] to logits (N, 1).</summary>
    /// <param name="path">The file.</param>
    /// <param name="classes">The classes of its model; with some it takes conditions, too.</param>
    /// <param name="picture">The pictures that it is to judge.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else, or a discriminator of other pictures, or numbers that are not
    /// finite; the message is one line.</exception>
    public static Model Load(string path, ClassNames classes, PictureShape picture)
    {
        var file = SafeTensors.load(path);
        if (PictureOf(file) is { } its && its != picture)
            throw new InvalidDataException($"{path} is the discriminator of pictures of {its}; the pictures are {picture}.");
        var discriminator = FashionGan.ToLoad(latentDim: 1, classes, picture).Discriminator;
        try
        {
            discriminator.load_weights(file, path);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        GeneratorFile.RequireFinite(path, discriminator);
        return discriminator;
    }

    /// <summary>Whether a file holds a discriminator's weights, by its first layer.</summary>
    internal static bool IsOne(SafeTensors file) =>
        GeneratorFile.Kernels(file, Convolution) is [var first, ..] && first[2] is 1 or 3 && first[3] == NetworkShape.LeastFilters;

    private static PictureShape? PictureOf(SafeTensors file) =>
        GeneratorFile.Kernels(file, Convolution) is [var first, ..] kernels && file.contains(Kernel) && file.shape(Kernel).ndim == 2
            ? NetworkShape.PictureOf(kernels.Count, channels: first[2], shape => shape.LastMaps == file.shape(Kernel)[0]) : null;
}
