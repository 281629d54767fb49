using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;
using System.Globalization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// A picture on the way from one to another: <c>walk(7.3,8.0,0.3)</c> has gone 0.3 of it. The way is an <see cref="Arc"/>; in a generator
/// that has w it goes straight on there.
/// </summary>
public sealed class WalkRecipe : Recipe
{
    /// <summary>Digits of the positions of a path: more than anybody sees, and short to write.</summary>
    private const int DigitsOfPath = 4;

    /// <summary>A picture on the way between two.</summary>
    /// <param name="from">Where the way begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="position">How much of it is gone, 0 to 1; at both ends it is exactly that picture.</param>
    /// <exception cref="ArgumentException">It is too large, or nested too deep.</exception>
    public WalkRecipe(Recipe from, Recipe to, double position)
        : base(from.Pictures + to.Pictures, Math.Max(from.Depth, to.Depth) + 1)
    {
        if (!(position is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(position), $"the position on a walk is a number from 0 to 1, not {position}.");
        (From, To, Position) = (from, to, position);
    }

    /// <summary>Where the way begins.</summary>
    public Recipe From { get; }

    /// <summary>Where it ends.</summary>
    public Recipe To { get; }

    /// <summary>How much of it is gone, 0 to 1.</summary>
    public double Position { get; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => [From, To];

    /// <summary>Stops of a path at most.</summary>
    public const int MostStops = 16;

    /// <summary>Pictures in equal steps from one to another, both included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="count">How many; at least 2.</param>
    /// <exception cref="ArgumentException">They are too large, or nested too deep, or the count is too small.</exception>
    public static IReadOnlyList<WalkRecipe> Path(Recipe from, Recipe to, int count) => Path([from, to], count, isLoop: false);

    /// <summary>Pictures in equal steps from one to the next of several.</summary>
    /// <param name="stops">At least 2.</param>
    /// <param name="count">How many pictures; at least 2.</param>
    /// <param name="isLoop">Whether the way goes on from the last stop to the first one; that is not drawn again then.</param>
    /// <exception cref="ArgumentException">They are too large, or nested too deep, or there are too few.</exception>
    public static IReadOnlyList<WalkRecipe> Path(IReadOnlyList<Recipe> stops, int count, bool isLoop)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(stops.Count, 2);
        var ways = isLoop ? stops.Count : stops.Count - 1;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var gone = (double)i * ways / (isLoop ? count : count - 1);
            var way = Math.Min((int)gone, ways - 1);
            return new WalkRecipe(stops[way], stops[(way + 1) % stops.Count], Math.Round(gone - way, DigitsOfPath));
        })];
    }

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null) =>
        // What one end has nothing to do with need not be drawn from either.
        Position is 0 ? From.Noise(latent_dim, truncation, directions) : Position is 1 ? To.Noise(latent_dim, truncation, directions)
        : Arc.Between(From.Noise(latent_dim, truncation, directions), To.Noise(latent_dim, truncation, directions), Position);

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space) =>
        Position is 0 ? From.Styles(space) : Position is 1 ? To.Styles(space)
        : Sum((From.Styles(space), 1 - Position), (To.Styles(space), Position));

    /// <summary>A straight line between both ends: parts of classes sum to 1 all the way.</summary>
    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions) =>
        [.. From.Condition(conditions).Zip(To.Condition(conditions), (from, to) => (float)((1 - Position) * from + Position * to))];

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => new WalkRecipe(From.OfClass(@class), To.OfClass(@class), Position);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"walk({From},{To},{Position})");
}
