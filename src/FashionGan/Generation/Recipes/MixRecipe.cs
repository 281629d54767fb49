using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;
using FashionGanTf.Networks;
using System.Globalization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// Mixed styles, of a generator that has w: <c>mix(7.3,8.0,3)</c> is drawn with the first three rows of w, the coarsest, from picture 7.3
/// and the others from 8.0, so the one says what it is and the other how it is made (Karras et al., A Style-Based Generator Architecture
/// for Generative Adversarial Networks, 2019, section 3.1).
/// </summary>
public sealed class MixRecipe : Recipe
{
    /// <summary>The largest generators have one row more.</summary>
    public const int MostRows = 11;

    /// <summary>A mix.</summary>
    /// <param name="coarse">Gives the first rows.</param>
    /// <param name="fine">Gives the others.</param>
    /// <param name="rows">How many <paramref name="coarse"/> gives, 1 to <see cref="MostRows"/>.</param>
    /// <exception cref="ArgumentException">It is too large, or nested too deep.</exception>
    public MixRecipe(Recipe coarse, Recipe fine, int rows)
        : base(coarse.Pictures + fine.Pictures, Math.Max(coarse.Depth, fine.Depth) + 1)
    {
        if (rows is < 1 or > MostRows)
            throw new ArgumentOutOfRangeException(
                nameof(rows), $"a mix takes 1 to {MostRows} rows of w from its first picture, not {rows}.");
        (Coarse, Fine, Rows) = (coarse, fine, rows);
    }

    /// <summary>Gives the first rows of w.</summary>
    public Recipe Coarse { get; }

    /// <summary>Gives the others.</summary>
    public Recipe Fine { get; }

    /// <summary>How many rows <see cref="Coarse"/> gives.</summary>
    public int Rows { get; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => [Coarse, Fine];

    /// <summary>Each picture's coarse styles with each one's fine styles, row by row.</summary>
    /// <param name="coarse">A row of the grid each.</param>
    /// <param name="fine">A column each.</param>
    /// <param name="rows">How many rows of w are coarse.</param>
    public static IEnumerable<MixRecipe> Grid(IEnumerable<Recipe> coarse, IEnumerable<Recipe> fine, int rows) =>
        coarse.SelectMany(row => fine.Select(column => new MixRecipe(row, column, rows)));

    /// <summary>A picture of a seed as training draws it: nine of ten take the rows of w from a random one on from a second picture of the
    /// same class, the same number of another seed. Which do and from which row, the seed and the number say.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="styles">How many rows of w the generator draws with, <see cref="Models.FashionGan.Styles"/>.</param>
    /// <returns>The mix, or the picture itself.</returns>
    public static Recipe AsInTraining(SeedRecipe picture, int styles)
    {
        var second = new SeedRecipe(int.MaxValue - picture.Seed, picture.Number).Like(picture);
        var rows = 1 + (int)(LatentNoise.Choice(second.Seed, second.Number) * (styles - 1) / MappingNetwork.MixingProbability);
        return rows < styles ? new MixRecipe(picture, second, rows) : picture;
    }

    /// <summary>There is none: styles are mixed where noise has become w.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null) => throw NoStyles();

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space) =>
        [.. Coarse.Styles(space).Take(Rows), .. Fine.Styles(space).Skip(Rows)];

    /// <inheritdoc/>
    internal override void RequireStyles(int styles)
    {
        if (styles == 0)
            throw NoStyles();
        if (Rows >= styles)
            throw new ArgumentException(
                $"a mix takes 1 to {styles - 1} of this model's {styles} rows of w from its first picture, not {Rows}.");
        base.RequireStyles(styles);
    }

    /// <summary>Half of both pictures': what they have in common.</summary>
    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions) =>
        [.. Coarse.Condition(conditions).Zip(Fine.Condition(conditions), (coarse, fine) => (coarse + fine) / 2)];

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => new MixRecipe(Coarse.OfClass(@class), Fine.OfClass(@class), Rows);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mix({Coarse},{Fine},{Rows})");

    private ArgumentException NoStyles() =>
        new($"{this} mixes styles, and this model has none; models of --network stylegan have them.");
}
