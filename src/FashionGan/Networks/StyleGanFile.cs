using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Networks;

/// <summary>The weights of a StyleGAN in a file: the names and shapes of its tensors say what it draws or judges.</summary>
internal static class StyleGanFile
{
    /// <summary>(base, base, channels).</summary>
    private const string Constant = "learned_constant/constant";

    /// <summary>A row for each number of noise, and for each that a condition becomes.</summary>
    private const string Mapping = "mapping_network/equalized_dense/kernel";

    /// <summary>A row for each class, in a generator with classes.</summary>
    private const string Embedding = "mapping_network/embedding/kernel";

    /// <summary>(1, 1, channels of the maps, channels of the picture).</summary>
    private const string FirstPicture = "to_picture/modulated_convolution/kernel";

    /// <summary>The discriminator's first layer: (1, 1, channels of the picture, channels of the maps).</summary>
    private const string FromPicture = "equalized_conv2d/kernel";

    /// <summary>A row for each number of the discriminator's smallest maps.</summary>
    private const string Dense = "equalized_dense/kernel";

    /// <summary>The generator whose weights a file holds, and the rows that it has for classes; null where it holds something
    /// else.</summary>
    internal static (NetworkShape Shape, Shape? ClassRows)? OfGenerator(SafeTensors file)
    {
        if (!IsGenerator(file) || file.shape(Mapping).ndim != 2 || !file.contains(FirstPicture)
            || file.shape(FirstPicture) is not { ndim: 4 } first
            || NetworkShape.PictureOf(Stages(file) - 1, first[3], picture => file.shape(Constant) is { ndim: 3 } maps
                && maps[0] == NetworkShape.BaseOf(picture) && maps[1] == maps[0]) is not { } picture)
            return null;
        var classes = file.contains(Embedding) ? file.shape(Embedding) : null;
        var latentDim = file.shape(Mapping)[0] - (classes is null ? 0 : StyleGanShape.UsualStyleSize);
        return latentDim is >= 1 and <= TrainingOptions.MostLatentDim ? (StyleGanShape.Of(picture, (int)latentDim), classes) : null;
    }

    /// <summary>The discriminator whose weights a file holds; null where it holds something else.</summary>
    internal static NetworkShape? OfDiscriminator(SafeTensors file) =>
        IsDiscriminator(file) && file.shape(FromPicture) is { ndim: 4 } first && file.contains(Dense)
        && file.shape(Dense) is { ndim: 2 } dense
        && NetworkShape.PictureOf(Count(file, "downsampling_block", "equalized_conv2d/kernel"), first[2], picture =>
            NetworkShape.BaseOf(picture) * NetworkShape.BaseOf(picture) * dense[1] == dense[0]) is { } picture
            ? StyleGanShape.Of(picture, latentDim: 1) : null;

    /// <summary>Whether a file holds a generator's weights, or some of them.</summary>
    internal static bool IsGenerator(SafeTensors file) => file.contains(Constant) && file.contains(Mapping);

    /// <summary>Whether a file holds a discriminator's weights.</summary>
    internal static bool IsDiscriminator(SafeTensors file) => file.contains(FromPicture);

    /// <summary>Why a file with a generator's first layers is no generator's that there is, in a few words.</summary>
    internal static string Fault(SafeTensors file) =>
        $"no generator of pictures of {NetworkShape.InWords(NetworkShape.Sizes)} pixels a side from up to " +
        $"{TrainingOptions.MostLatentDim} numbers: its '{Constant}' has the shape {file.shape(Constant)}, its '{Mapping}' " +
        $"{file.shape(Mapping)}, and maps of {Stages(file)} sizes give a picture";

    /// <summary>How many sizes maps have that contribute to the picture.</summary>
    private static int Stages(SafeTensors file) => Count(file, "to_picture", "bias");

    private static int Count(SafeTensors file, string layer, string weight)
    {
        var count = 0;
        while (file.contains($"{(count == 0 ? layer : $"{layer}_{count}")}/{weight}"))
            count++;
        return count;
    }
}
