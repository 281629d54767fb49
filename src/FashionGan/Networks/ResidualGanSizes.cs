using Tensorflow.Keras;

namespace FashionGanTf.Networks;

/// <summary>How large the networks of a <see cref="ResidualGan"/> are. Both have a stage for each side of their maps, the generator from
/// the smallest to the largest and the discriminator back.</summary>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="Channels">Of a picture: 1 or 3.</param>
/// <param name="Base">Pixels a side of the smallest maps.</param>
/// <param name="Widths">Channels of the maps of each stage, the smallest maps first; each next stage's are twice as large.</param>
/// <param name="Blocks">Residual blocks in a stage.</param>
/// <param name="Expansion">How many times a block widens its maps inside.</param>
/// <param name="GroupWidth">Channels of a group in a block's 3x3 convolution; 0 for a dense one.</param>
/// <param name="Activation">Of the blocks; null for the leaky rectifier with a slope of 0.2.</param>
internal sealed record ResidualGanSizes(
    int LatentDim, int Channels, int Base, IReadOnlyList<int> Widths, int Blocks = 1, int Expansion = 2, int GroupWidth = 0,
    Activation? Activation = null)
{
    /// <summary>For 28 x 28 gray pictures.</summary>
    /// <param name="latentDim">Numbers of noise.</param>
    internal static ResidualGanSizes Standard(int latentDim) => new(latentDim, Channels: 1, Base: 7, Widths: [96, 48, 24]);

    /// <summary>Pixels a side of a picture.</summary>
    internal int Side => Base << (Widths.Count - 1);
}
