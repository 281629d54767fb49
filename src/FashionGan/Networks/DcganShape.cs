using FashionGanTf.Imaging;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>How wide the networks of a <see cref="Dcgan"/> are, with classes of a <see cref="ConditionalDcgan"/>, with
/// texts of a <see cref="TextDcgan"/>.</summary>
/// <param name="Picture">The pictures.</param>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="GeneratorFilters">Channels of the generator's maps: of its dense layer, of the layer that keeps the size, and after each
/// doubling but the last, which gives the picture. One more than there are doublings.</param>
/// <param name="DiscriminatorFilters">Channels of the discriminator's maps, after each halving.</param>
/// <param name="Dropout">The share of the discriminator's activations that a training step leaves out.</param>
/// <param name="Attention">Pixels a side of the maps that a <see cref="SelfAttention"/> follows in both networks, one of
/// <see cref="AttentionSizes"/>; null for none.</param>
/// <param name="SpectralNorm">Whether the discriminator's layers are normalised by their largest singular value.</param>
internal sealed record DcganShape(
    PictureShape Picture, int LatentDim, IReadOnlyList<int> GeneratorFilters, IReadOnlyList<int> DiscriminatorFilters, float Dropout,
    int? Attention = null, bool SpectralNorm = false)
    : NetworkShape(Picture, LatentDim)
{
    /// <summary>Channels of the maps that are nearest to the picture.</summary>
    internal const int LeastFilters = 64;

    /// <summary>Channels of the smallest maps at most: with more, the networks would have many times the weights.</summary>
    private const int MostFilters = 512;

    /// <summary>Pixels of a batch of real pictures that are judged together with drawn ones: 64 pictures of 32 x 32.</summary>
    private const int MostPixelsTogether = 1 << 16;

    /// <summary>Numbers that the generator's dense layer makes.</summary>
    internal int FirstMaps => Base * Base * GeneratorFilters[0];

    /// <summary>Numbers that the discriminator's last layer reads.</summary>
    internal int LastMaps => Base * Base * DiscriminatorFilters[^1];

    /// <summary>Sides of the maps that attention may follow: those between the smallest ones and the picture. Each has channels of its own
    /// number in the generator, and in the discriminator, which tells them apart in a file.</summary>
    internal IReadOnlyList<int> AttentionSizes => [.. Enumerable.Range(1, Doublings - 1).Select(i => Base << i)];

    /// <summary>
    /// The networks for pictures: their channels double with each halving of the side, from 64 to 512 at most, as in Radford, Metz,
    /// Chintala, 2015. For k doublings the generator's maps have min(512, 64 * 2^(k - i)) channels, i = 0 ... k, and the discriminator's
    /// min(512, 64 * 2^i), i = 0 ... k - 1.
    /// </summary>
    /// <param name="picture">The pictures.</param>
    /// <param name="latentDim">Numbers of noise.</param>
    /// <param name="attention">Where attention is; null for nowhere.</param>
    /// <param name="spectralNorm">Whether the discriminator has spectral normalisation.</param>
    /// <exception cref="ArgumentException">There are no networks for such pictures, or no maps of that size in them; the one-line message
    /// says for which there are.</exception>
    internal static DcganShape Of(PictureShape picture, int latentDim, int? attention = null, bool spectralNorm = false)
    {
        Require(picture);
        var filters = Enumerable.Range(0, DoublingsOf(picture) + 1).Select(i => Math.Min(MostFilters, LeastFilters << i)).ToArray();
        var shape = new DcganShape(picture, latentDim, [.. filters.Reverse()], filters[..^1], 0.3f, attention, spectralNorm);
        return attention is null || shape.AttentionSizes.Contains(attention.Value) ? shape
            : throw new ArgumentException(
                $"The networks for pictures of {picture.Size} x {picture.Size} have no maps of {attention} pixels a side that attention " +
                $"could follow; it fits {InWords(shape.AttentionSizes)}.");
    }

    /// <inheritdoc/>
    /// <remarks>Kernels are transformed and their gradients summed once, which counts in small batches; in larger ones it takes memory for
    /// nothing. Spectral normalisation looks for the largest singular value in each pass.</remarks>
    internal override bool JudgesTogether(long batch) => !SpectralNorm && batch * Picture.Size * Picture.Size <= MostPixelsTogether;

    /// <inheritdoc/>
    internal override Model Generator(int classes) =>
        classes == 0 ? Dcgan.Generator(this) : ConditionalDcgan.Generator(this, classes);

    /// <inheritdoc/>
    internal override Model Discriminator(int classes) =>
        classes == 0 ? Dcgan.Discriminator(this) : ConditionalDcgan.Discriminator(this, classes);

    /// <inheritdoc/>
    internal override TextNetwork TextGenerator(int words) => TextDcgan.Generator(this, words);

    /// <inheritdoc/>
    internal override TextNetwork TextDiscriminator(int words) => TextDcgan.Discriminator(this, words);

    /// <summary>Whether attention follows the generator's convolution number i, from 1.</summary>
    internal bool AttentionFollowsGenerator(int i) => Attention == Base << (i - 1);

    /// <summary>Whether attention follows the discriminator's convolution number i, from 0.</summary>
    internal bool AttentionFollowsDiscriminator(int i) => Attention == Picture.Size >> (i + 1);
}
