using FashionGanTf.Imaging;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>How large the networks of a <see cref="ResidualGan"/> are. Both have a stage for each side of their maps, the generator from
/// the smallest to the largest and the discriminator back.</summary>
/// <param name="Picture">The pictures.</param>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="Widths">Channels of the maps of each stage, the smallest maps first; one more than there are doublings.</param>
/// <param name="Blocks">Residual blocks in a stage.</param>
/// <param name="Expansion">How many times a block widens its maps inside.</param>
/// <param name="GroupWidth">Channels of a group in a block's 3x3 convolution; 0 for a dense one.</param>
/// <param name="Activation">Of the blocks; null for the leaky rectifier with a slope of 0.2.</param>
/// <param name="PictureActivation">Of the picture; null for tanh. The paper has a linear one.</param>
internal sealed record ResidualGanShape(
    PictureShape Picture, int LatentDim, IReadOnlyList<int> Widths, int Blocks = 1, int Expansion = 2, int GroupWidth = 0,
    Activation? Activation = null, Activation? PictureActivation = null)
    : NetworkShape(Picture, LatentDim)
{
    /// <summary>Channels of the maps that have the picture's size.</summary>
    private const int LeastWidth = 24;

    /// <summary>Channels of the smallest maps at most.</summary>
    private const int MostWidth = 192;

    /// <summary>The networks for pictures: their channels double with each halving of the side, from 24 to 192 at most.</summary>
    /// <param name="picture">The pictures.</param>
    /// <param name="latentDim">Numbers of noise.</param>
    /// <exception cref="ArgumentException">There are no networks for such pictures; the one-line message says for which there
    /// are.</exception>
    internal static ResidualGanShape Of(PictureShape picture, int latentDim)
    {
        Require(picture);
        var widths = Enumerable.Range(0, DoublingsOf(picture) + 1).Select(i => Math.Min(MostWidth, LeastWidth << i));
        return new ResidualGanShape(picture, latentDim, [.. widths.Reverse()]);
    }

    /// <inheritdoc/>
    internal override Model Generator(int classes) => ResidualGan.Generator(this, classes);

    /// <inheritdoc/>
    internal override Model Discriminator(int classes) => ResidualGan.Discriminator(this, classes);
}
