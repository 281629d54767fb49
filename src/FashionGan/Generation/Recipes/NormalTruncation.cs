using MathNet.Numerics.Distributions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// Moves normally distributed numbers into [-T, T], so that they have the normal distribution cut off there: z becomes
/// Phi^-1(Phi(-T) + Phi(z) (Phi(T) - Phi(-T))). Order stays, and what T moves it moves smoothly. Pictures of less noise vary less and
/// have fewer faults.
/// </summary>
public readonly struct NormalTruncation
{
    /// <summary>Pictures hardly differ here.</summary>
    public const double Least = 0.05;

    /// <summary>Hardly a number lies beyond this.</summary>
    public const double Most = 5;

    private readonly double _below;

    /// <summary>A bound.</summary>
    /// <param name="bound">T, from <see cref="Least"/> to <see cref="Most"/>.</param>
    public NormalTruncation(double bound)
    {
        if (!(bound is >= Least and <= Most))
            throw new ArgumentOutOfRangeException(nameof(bound), $"truncation is a number from {Least} to {Most}, not {bound}.");
        (Bound, _below) = (bound, Normal.CDF(0, 1, -bound));
    }

    /// <summary>T.</summary>
    public double Bound { get; }

    /// <summary>Moves numbers.</summary>
    public void Apply(Span<float> noise)
    {
        foreach (ref var z in noise)
            // The upper half as the lower one's mirror: near 1, Phi has no digits left.
            z = (float)Math.CopySign(LowerHalf(-Math.Abs(z)), z);
    }

    private double LowerHalf(double z) => Math.Clamp(Normal.InvCDF(0, 1, _below + Normal.CDF(0, 1, z) * (1 - 2 * _below)), -Bound, 0);
}
