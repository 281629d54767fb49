using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Generation;

/// <summary>How pictures are drawn, whichever they are.</summary>
/// <param name="Truncation">How far numbers of noise may lie from 0, see <see cref="NormalTruncation"/>; null for no bound.</param>
/// <param name="Psi">What is left of the distance of w from its average, from 0 to <see cref="MostPsi"/>; null for all of it. Only
/// generators with a mapping network have w.</param>
/// <param name="NoiseSeed">Chooses the noise that a synthesis network adds to its maps, the same for all pictures, not negative; null for
/// that which is kept with the weights.</param>
public sealed record Manner(double? Truncation = null, double? Psi = null, int? NoiseSeed = null)
{
    /// <summary>Beyond this pictures fall apart.</summary>
    public const double MostPsi = 2;

    /// <summary>Nothing is changed.</summary>
    public static Manner Plain { get; } = new();
}
