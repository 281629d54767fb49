using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Networks;

/// <summary>The weights of a DCGAN in a file: the names and shapes of its tensors say what it draws or judges.</summary>
internal static class DcganFile
{
    /// <summary>The generator's first layer's weights: a row for each number of noise. The discriminator's last layer's: a row for each
    /// number that it reads; they are the logit's, or of one with conditions the classes'.</summary>
    private const string Kernel = "dense/kernel";

    /// <summary>A row for each class.</summary>
    private const string ClassRows = "conditional_batch_normalization/gamma";

    /// <summary>The first convolution of an attention block: (1, 1, channels, channels / 8).</summary>
    private const string AttentionKernel = "self_attention/theta/kernel";

    /// <summary>The same in a discriminator with spectral normalisation.</summary>
    private const string NormalizedAttentionKernel = "self_attention/theta/theta/kernel";

    /// <summary>The generator's layers that double the maps, and one before them that keeps the size.</summary>
    private const string Transposed = "conv2d_transpose";

    /// <summary>The discriminator's layers, which halve the maps.</summary>
    private const string Convolution = "conv2d";

    /// <summary>A discriminator's layer that has another one in it, where it has spectral normalisation.</summary>
    private const string Normalization = "spectral_normalization";

    /// <summary>What the dense layer of some generator makes.</summary>
    private static IEnumerable<long> FirstMaps => NetworkShape.Sizes.Select(size =>
        (long)DcganShape.Of(new PictureShape(size, Channels: 1), latentDim: 1).FirstMaps).Distinct().Order();

    /// <summary>The generator whose weights a file holds, and the rows that it has for classes; null where it holds something
    /// else.</summary>
    internal static (NetworkShape Shape, Shape? ClassRows)? OfGenerator(SafeTensors file)
    {
        // Both axes are asked for: only a file that holds so many numbers gets a generator so large.
        if (!HasKernel(file) || Kernels(file, Transposed) is not [.., var last] kernels || NetworkShape.PictureOf(kernels.Count - 1,
            channels: last[2], picture => DcganShape.Of(picture, 1).FirstMaps == file.shape(Kernel)[1]) is not { } picture)
            return null;
        return (DcganShape.Of(picture, (int)file.shape(Kernel)[0], Attention(file, picture, shape => shape.GeneratorFilters.Skip(1))),
            file.contains(ClassRows) ? file.shape(ClassRows) : null);
    }

    /// <summary>The discriminator whose weights a file holds; null where it holds something else.</summary>
    internal static NetworkShape? OfDiscriminator(SafeTensors file) =>
        Convolutions(file) is [var first, ..] kernels && LastKernel(file, kernels.Count) is { ndim: 2 } last
        && NetworkShape.PictureOf(kernels.Count, channels: first[2], picture => DcganShape.Of(picture, 1).LastMaps == last[0])
            is { } picture
            ? DcganShape.Of(
                picture, latentDim: 1, Attention(file, picture, shape => shape.DiscriminatorFilters.Reverse()), IsNormalized(file))
            : null;

    /// <summary>Whether a file holds a discriminator's weights, by its first layer.</summary>
    internal static bool IsDiscriminator(SafeTensors file) =>
        Convolutions(file) is [var first, ..] && first[2] is 1 or 3 && first[3] == DcganShape.LeastFilters;

    /// <summary>Why a file is not the generator's, in a few words.</summary>
    internal static string Fault(SafeTensors file) =>
        !file.contains(Kernel) ? OneLine.Of($"no generator: it has no '{Kernel}', but '{file.names.First()}'")
        : !HasKernel(file) ? $"no generator: its '{Kernel}' has the shape {file.shape(Kernel)}, not " +
            $"{NetworkShape.InWords(FirstMaps.Select(columns => $"(N, {columns})"))} with N up to {TrainingOptions.MostLatentDim}"
        : $"no generator of pictures of {NetworkShape.InWords(NetworkShape.Sizes)} pixels a side: its layers '{Transposed}' have " +
            $"{(Kernels(file, Transposed) is { Count: > 0 } kernels ? $"the kernels {string.Join(", ", kernels)}" : "no kernels")}";

    /// <summary>The kernels of layers of one kind, in their order; each (height, width, channels, channels).</summary>
    /// <param name="file">The file.</param>
    /// <param name="layer">What the first is called.</param>
    /// <param name="inner">A layer within each, whose kernel it is; empty for its own.</param>
    internal static List<Shape> Kernels(SafeTensors file, string layer, string inner = "")
    {
        var kernels = new List<Shape>();
        for (var name = $"{layer}{inner}/kernel"; file.contains(name) && file.shape(name).ndim == 4;
            name = $"{layer}_{kernels.Count}{inner}/kernel")
            kernels.Add(file.shape(name));
        return kernels;
    }

    private static bool IsNormalized(SafeTensors file) => file.contains($"{Normalization}/u");

    private static List<Shape> Convolutions(SafeTensors file) =>
        IsNormalized(file) ? Kernels(file, Normalization, $"/{Convolution}") : Kernels(file, Convolution);

    /// <summary>The last layer's, of a discriminator with so many convolutions; null where it has none.</summary>
    private static Shape? LastKernel(SafeTensors file, int convolutions) =>
        new[] { Kernel, $"{Normalization}_{convolutions}/{Kernel}" }.Where(file.contains).Select(file.shape).FirstOrDefault();

    private static bool HasKernel(SafeTensors file) => file.contains(Kernel) && file.shape(Kernel) is { ndim: 2 } kernel
        && kernel[0] >= 1 && kernel[0] <= TrainingOptions.MostLatentDim && FirstMaps.Contains(kernel[1]);

    /// <summary>The size of the maps with as many channels as the attention block has; null where it has none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="picture">What its networks draw or judge.</param>
    /// <param name="filters">Of one of the two, in the order of growing maps, the smallest first.</param>
    private static int? Attention(SafeTensors file, PictureShape picture, Func<DcganShape, IEnumerable<int>> filters)
    {
        var name = IsNormalized(file) ? NormalizedAttentionKernel : AttentionKernel;
        if (!file.contains(name) || file.shape(name) is not { ndim: 4 } kernel)
            return null;
        var shape = DcganShape.Of(picture, latentDim: 1);
        // The smallest maps have none.
        return shape.AttentionSizes.Zip(filters(shape).Skip(1)).Where(maps => maps.Second == kernel[2])
            .Select(maps => (int?)maps.First).FirstOrDefault();
    }
}
