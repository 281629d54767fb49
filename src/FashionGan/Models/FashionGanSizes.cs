namespace FashionGanTf.Models;

/// <summary>How wide the two networks are.</summary>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="GeneratorFilters">Channels of the generator's 7 x 7, second 7 x 7 and 14 x 14 maps.</param>
/// <param name="DiscriminatorFilters">Channels of the discriminator's 14 x 14 and 7 x 7 maps.</param>
/// <param name="Dropout">The share of the discriminator's activations that a training step leaves out.</param>
internal sealed record FashionGanSizes(
    int LatentDim, (int Dense, int First, int Second) GeneratorFilters, (int First, int Second) DiscriminatorFilters, float Dropout)
{
    internal static FashionGanSizes Standard(int latentDim) => new(latentDim, (256, 128, 64), (64, 128), 0.3f);
}
