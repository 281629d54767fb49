using System.Globalization;
using FashionGanTf.Conditions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// A picture on the way from one to another: <c>walk(7.3,8.0,0.3)</c> has gone 0.3 of it. The way is an arc, sin((1 - t) w) / sin(w) a +
/// sin(t w) / sin(w) b with the angle w between a and b (Shoemake, Animating Rotation with Quaternion Curves, 1985): half of the way a
/// straight line would be nearer to 0 than noise ever is, and draw paler pictures. A generator that has w goes straight on there.
/// </summary>
public sealed class WalkRecipe : Recipe
{
    /// <summary>A fraction of a degree: the arc is a line then, and the quotient of two small sines inexact.</summary>
    private const double SmallestSine = 1e-4;

    /// <summary>Digits of the positions of <see cref="Path"/>: more than anybody sees, and short to write.</summary>
    private const int DigitsOfPath = 6;

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

    /// <summary>Pictures in equal steps from one to another, both included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="count">How many; at least 2.</param>
    /// <exception cref="ArgumentException">They are too large, or nested too deep, or the count is too small.</exception>
    public static IReadOnlyList<WalkRecipe> Path(Recipe from, Recipe to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return [.. Enumerable.Range(0, count).Select(i => new WalkRecipe(from, to, Math.Round((double)i / (count - 1), DigitsOfPath)))];
    }

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null)
    {
        if (Position is 0)
            return From.Noise(latent_dim, truncation);
        var b = To.Noise(latent_dim, truncation);
        if (Position is 1)
            return b;
        var a = From.Noise(latent_dim, truncation);
        var (first, second) = Shares(a, b);
        for (var i = 0; i < a.Length; i++)
            a[i] = (float)(first * a[i] + second * b[i]);
        return a;
    }

    /// <inheritdoc/>
    internal override float[][] Styles(Func<SeedRecipe, float[]> w, int styles) =>
        Position is 0 ? From.Styles(w, styles) : Position is 1 ? To.Styles(w, styles)
        : Sum([(From.Styles(w, styles), 1 - Position), (To.Styles(w, styles), Position)], styles);

    /// <summary>A straight line between both ends: parts of classes sum to 1 all the way.</summary>
    /// <inheritdoc/>
    public override float[] Condition(ClassNames classes) =>
        [.. From.Condition(classes).Zip(To.Condition(classes), (from, to) => (float)((1 - Position) * from + Position * to))];

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => new WalkRecipe(From.OfClass(@class), To.OfClass(@class), Position);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"walk({From},{To},{Position})");

    /// <summary>How much of each end.</summary>
    private (double First, double Second) Shares(float[] a, float[] b)
    {
        double product = 0;
        for (var i = 0; i < a.Length; i++)
            product += (double)a[i] * b[i];
        var lengths = Norm(a) * Norm(b);
        var angle = lengths > 0 ? Math.Acos(Math.Clamp(product / lengths, -1, 1)) : 0;
        var sine = Math.Sin(angle);
        return sine < SmallestSine
            ? (1 - Position, Position) : (Math.Sin((1 - Position) * angle) / sine, Math.Sin(Position * angle) / sine);
    }
}
