using FashionGanTf.Imaging;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>How large the networks of a <see cref="StyleGan"/> are. Both have a stage for each side of their maps, the generator from the
/// smallest to the largest and the discriminator back.</summary>
/// <param name="Picture">The pictures.</param>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="Widths">Channels of the maps of each stage, the smallest maps first; one more than there are doublings.</param>
/// <param name="StyleSize">Numbers of w.</param>
/// <param name="MappingLayers">Dense layers of the mapping network.</param>
internal sealed record StyleGanShape(
    PictureShape Picture, int LatentDim, IReadOnlyList<int> Widths, int StyleSize = StyleGanShape.UsualStyleSize, int MappingLayers = 4)
    : NetworkShape(Picture, LatentDim)
{
    /// <summary>Numbers of w, and of the embedding of a condition.</summary>
    internal const int UsualStyleSize = 128;

    /// <summary>Channels of the maps that have the picture's size.</summary>
    private const int LeastWidth = 32;

    /// <summary>Channels of the smallest maps at most.</summary>
    private const int MostWidth = 256;

    /// <summary>Rows of w: one for each convolution of the generator, and one for the last contribution to the picture.</summary>
    internal int Styles => 2 * Widths.Count;

    /// <summary>The networks for pictures: their channels double with each halving of the side, from 32 to 256 at most.</summary>
    /// <param name="picture">The pictures.</param>
    /// <param name="latentDim">Numbers of noise.</param>
    /// <exception cref="ArgumentException">There are no networks for such pictures; the one-line message says for which there
    /// are.</exception>
    internal static StyleGanShape Of(PictureShape picture, int latentDim)
    {
        Require(picture);
        var widths = Enumerable.Range(0, DoublingsOf(picture) + 1).Select(i => Math.Min(MostWidth, LeastWidth << i));
        return new StyleGanShape(picture, latentDim, [.. widths.Reverse()]);
    }

    /// <inheritdoc/>
    internal override Model Generator(int classes) => StyleGan.Generator(this, classes);

    /// <inheritdoc/>
    internal override Model Discriminator(int classes) => StyleGan.Discriminator(this, classes);
}
