using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Networks;

/// <summary>The weights of a residual GAN in a file: the names and shapes of its tensors say what it draws or judges.</summary>
internal static class ResidualGanFile
{
    /// <summary>(base, base, channels).</summary>
    private const string GenerativeBasis = "generative_basis/basis";

    /// <summary>A row for each number of noise, and for each that a condition becomes.</summary>
    private const string Linear = "generative_basis/linear";

    /// <summary>A row for each class, in a generator with classes.</summary>
    private const string Embedding = "dense/kernel";

    /// <summary>(base, base, channels).</summary>
    private const string DiscriminativeBasis = "discriminative_basis/basis";

    /// <summary>The 1 x 1 convolutions: the generator's last one gives the picture, the discriminator's first one takes it.</summary>
    private const string Convolution = "conv2d";

    /// <summary>The generator whose weights a file holds, and the rows that it has for classes; null where it holds something
    /// else.</summary>
    internal static (NetworkShape Shape, Shape? ClassRows)? OfGenerator(SafeTensors file)
    {
        if (!IsGenerator(file) || file.shape(Linear).ndim != 2 || DcganFile.Kernels(file, Convolution) is not [.., var last]
            || PictureOf(file, GenerativeBasis, last[3]) is not { } picture)
            return null;
        var classes = file.contains(Embedding) ? file.shape(Embedding) : null;
        var latentDim = file.shape(Linear)[0] - (classes is null ? 0 : ResidualGan.EmbeddingSize);
        return latentDim is >= 1 and <= TrainingOptions.MostLatentDim ? (ResidualGanShape.Of(picture, (int)latentDim), classes) : null;
    }

    /// <summary>The discriminator whose weights a file holds; null where it holds something else.</summary>
    internal static NetworkShape? OfDiscriminator(SafeTensors file) =>
        IsDiscriminator(file) && DcganFile.Kernels(file, Convolution) is [var first, ..]
        && PictureOf(file, DiscriminativeBasis, first[2]) is { } picture ? ResidualGanShape.Of(picture, latentDim: 1) : null;

    /// <summary>Whether a file holds a generator's weights, or some of them.</summary>
    internal static bool IsGenerator(SafeTensors file) => file.contains(GenerativeBasis) && file.contains(Linear);

    /// <summary>Whether a file holds a discriminator's weights.</summary>
    internal static bool IsDiscriminator(SafeTensors file) => file.contains(DiscriminativeBasis);

    /// <summary>Why a file with a generator's first layer is no generator's that there is, in a few words.</summary>
    internal static string Fault(SafeTensors file) =>
        $"no generator of pictures of {NetworkShape.InWords(NetworkShape.Sizes)} pixels a side from up to " +
        $"{TrainingOptions.MostLatentDim} numbers: its '{GenerativeBasis}' has the shape {file.shape(GenerativeBasis)}, its '{Linear}' " +
        $"{file.shape(Linear)}, and it has {Blocks(file)} residual blocks";

    private static Imaging.PictureShape? PictureOf(SafeTensors file, string basis, long channels) =>
        NetworkShape.PictureOf(Blocks(file) - 1, channels, picture => file.shape(basis) is { ndim: 3 } maps
            && maps[0] == NetworkShape.BaseOf(picture) && maps[1] == maps[0]);

    private static int Blocks(SafeTensors file)
    {
        var blocks = 0;
        while (file.contains(blocks == 0 ? "residual_block/kernel1" : $"residual_block_{blocks}/kernel1"))
            blocks++;
        return blocks;
    }
}
