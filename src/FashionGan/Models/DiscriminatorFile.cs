using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Initializers;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <summary>Opens the weights of a discriminator, which a run leaves beside its generator's.</summary>
public static class DiscriminatorFile
{
    /// <summary>Its name.</summary>
    public const string Name = "discriminator.safetensors";

    /// <summary>In one with conditions, a row for each class.</summary>
    private const string ClassRows = "projection_logit/embedding";

    /// <summary>The same in one with spectral normalisation.</summary>
    private const string NormalizedClassRows = "projection_logit/embedding/embedding/kernel";

    /// <summary>A discriminator with a file's weights: pictures (N, size, size, channels) in [-1, 1] to logits (N, 1).</summary>
    /// <param name="path">The file.</param>
    /// <param name="classes">The classes of its model; with some it takes conditions, too.</param>
    /// <param name="picture">The pictures that it is to judge.</param>
    /// <param name="vocabulary">The words of its model; with some it takes tokens, too.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else, or a discriminator of other pictures, or numbers that are not
    /// finite; the message is one line.</exception>
    public static Model Load(string path, ClassNames classes, PictureShape picture, Vocabulary? vocabulary = null)
    {
        var file = SafeTensors.load(path);
        var shape = ShapeOf(file) ?? DcganShape.Of(picture, latentDim: 1);
        if (shape.Picture != picture)
            throw new InvalidDataException($"{path} is the discriminator of pictures of {shape.Picture}; the pictures are {picture}.");
        using var skipped = RandomInitializer.Skip();
        var discriminator = FashionGan.ToLoad(shape, classes, vocabulary).Discriminator;
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

    /// <summary>Opens a discriminator of which nothing is known. The classes are called what the generator beside it calls them, or
    /// numbered.</summary>
    /// <inheritdoc cref="Load"/>
    internal static (Model Discriminator, ClassNames Classes, PictureShape Picture) Open(string path)
    {
        var file = SafeTensors.load(path);
        var shape = ShapeOf(file)
            ?? throw new InvalidDataException($"{path} holds a discriminator of other networks than there are here.");
        if (TextWeights.AreIn(file))
            throw new InvalidDataException($"{path} holds a discriminator that takes texts, which is not exported.");
        var rows = file.contains(NormalizedClassRows) ? NormalizedClassRows : ClassRows;
        var count = file.contains(rows) && file.shape(rows).ndim == 2 ? file.shape(rows)[0] : 0;
        if (count > ClassNames.Most)
            throw new InvalidDataException($"{path}: its '{rows}' is for {count} classes; {ClassNames.Most} is the most.");
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", "generator.safetensors");
        var named = count > 0 && File.Exists(beside) ? GeneratorFile.Open(beside).Classes : ClassNames.None;
        var classes = named.Count == count ? named : ClassNames.Numbered((int)count);
        return (Load(path, classes, shape.Picture), classes, shape.Picture);
    }

    /// <summary>Whether a file holds a discriminator's weights.</summary>
    internal static bool IsOne(SafeTensors file) =>
        DcganFile.IsDiscriminator(file) || ResidualGanFile.IsDiscriminator(file) || StyleGanFile.IsDiscriminator(file);

    private static NetworkShape? ShapeOf(SafeTensors file) =>
        DcganFile.OfDiscriminator(file) ?? ResidualGanFile.OfDiscriminator(file) ?? StyleGanFile.OfDiscriminator(file);
}
