using System.Globalization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>One step of a line of variations, see <see cref="VaryRecipe"/>.</summary>
public sealed record Variation
{
    /// <summary>A step.</summary>
    /// <param name="towards">The picture towards which it goes.</param>
    /// <param name="distance">How much of the way there, 0 to 1.</param>
    /// <param name="rows">The first and the last of the rows of w that it changes, counted from 1, the coarsest; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance or the rows cannot be.</exception>
    public Variation(SeedRecipe towards, double distance, (int First, int Last)? rows = null)
    {
        if (!(distance is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(distance), $"a variation's distance is a number from 0 to 1, not {distance}.");
        if (rows is var (first, last) && !(first >= 1 && first <= last && last <= MixRecipe.MostRows + 1))
            throw new ArgumentOutOfRangeException(nameof(rows), string.Create(CultureInfo.InvariantCulture,
                $"a variation changes rows of w such as 1-3, at most 1-{MixRecipe.MostRows + 1}, not {first}-{last}."));
        (Towards, Distance, Rows) = (towards, distance, rows);
    }

    /// <summary>The picture towards which it goes.</summary>
    public SeedRecipe Towards { get; }

    /// <summary>How much of the way there, 0 to 1.</summary>
    public double Distance { get; }

    /// <summary>The first and the last of the rows of w that it changes, counted from 1, the coarsest; null for all.</summary>
    public (int First, int Last)? Rows { get; }

    /// <summary>As recipes write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Towards}*{Distance}{(Rows is var (first, last) ? FormattableString.Invariant($"*{first}-{last}") : "")}");
}
