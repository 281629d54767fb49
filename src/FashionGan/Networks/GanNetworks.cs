using FashionGanTf.Imaging;

namespace FashionGanTf.Networks;

/// <summary>The pairs of networks by name, as <c>train --network</c> has them.</summary>
internal static class GanNetworks
{
    internal const string Dcgan = "dcgan";
    internal const string Residual = "residual";
    internal const string Stylegan = "stylegan";

    /// <summary>The networks for pictures.</summary>
    /// <param name="name">One of the names above.</param>
    /// <param name="picture">The pictures.</param>
    /// <param name="latentDim">Numbers of noise.</param>
    /// <param name="attention">Pixels a side of the maps that an attention block follows; null for none.</param>
    /// <param name="spectralNorm">Whether the discriminator has spectral normalisation.</param>
    /// <exception cref="ArgumentException">There are no such networks, or none for such pictures; the message is one line.</exception>
    internal static NetworkShape Named(
        string name, PictureShape picture, int latentDim, int? attention = null, bool spectralNorm = false) => name switch
    {
        Dcgan => DcganShape.Of(picture, latentDim, attention, spectralNorm),
        Residual or Stylegan when attention is not null => throw new ArgumentException(
            $"Attention is a part of the {Dcgan} networks; the {name} ones have none."),
        Residual or Stylegan when spectralNorm => throw new ArgumentException(
            $"Spectral normalisation is a part of the {Dcgan} networks; the {name} ones have none."),
        Residual => ResidualGanShape.Of(picture, latentDim),
        Stylegan => StyleGanShape.Of(picture, latentDim),
        _ => throw new ArgumentException($"There are no networks called '{name}'; there are {Dcgan}, {Residual} and {Stylegan}."),
    };
}
