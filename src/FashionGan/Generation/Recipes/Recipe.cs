using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// What a picture is drawn from, as text that means the same on the command line, in a table and in a link: <c>7.3</c> is picture 3 of
/// seed 7, <c>7.3@sneaker</c> the same as a sneaker, <c>walk(7.3,8.0,0.3)</c> lies on the way between two pictures,
/// <c>vary(7.3,4.1*0.4,5.2*0.3)</c> is a variation of a variation of 7.3, <c>blend(7.3*2,8.0*1)</c> is made of some, <c>mix(7.3,8.0,3)</c>
/// has the coarse styles of the one and the fine styles of the other, <c>more(7.3,darker*1.5)</c> is 7.3, but darker. They nest.
/// </summary>
public abstract class Recipe
{
    /// <summary>Characters of a text, blanks included: a line of more than 500 variations, or a blend of several lines.</summary>
    public const int MostCharacters = 8000;

    /// <summary>Pictures of seeds in a recipe, each counted as often as it occurs; those that variations go towards are not counted.
    /// </summary>
    public const int MostPictures = 64;

    /// <summary>Walks, lines of variations, blends and mixes within each other.</summary>
    public const int MostDepth = 8;

    /// <summary>What is said of more.</summary>
    internal static readonly string TooDeep = $"walks, variations, blends and mixes nest {MostDepth} deep at most.";

    private protected Recipe(int pictures, int depth)
    {
        if (pictures > MostPictures)
            throw new ArgumentException($"a recipe is made of {MostPictures} pictures at most, this one of {pictures}.");
        if (depth > MostDepth)
            throw new ArgumentException(TooDeep);
        (Pictures, Depth) = (pictures, depth);
    }

    /// <summary>How many pictures of seeds it is made of.</summary>
    public int Pictures { get; }

    /// <summary>How deep walks, variations, blends and mixes nest: 0 for a picture of a seed.</summary>
    public int Depth { get; }

    /// <summary>The recipes that it is made of; none of a picture of a seed.</summary>
    internal abstract IEnumerable<Recipe> MadeOf { get; }

    /// <summary>The pictures of seeds whose w it needs, each as often as it occurs.</summary>
    internal virtual IEnumerable<SeedRecipe> Seeds => MadeOf.SelectMany(recipe => recipe.Seeds);

    /// <summary>The classes or texts that it asks for.</summary>
    public IEnumerable<string> Asked => Seeds.Select(seed => seed.Class).OfType<string>().Distinct();

    /// <summary>The parts that need a model's directions.</summary>
    internal virtual IEnumerable<MoreRecipe> Moves => MadeOf.SelectMany(recipe => recipe.Moves);

    /// <summary>Reads a recipe; blanks between its parts do not matter.</summary>
    /// <exception cref="FormatException">It is none; the one-line message says what is wrong and at which character.</exception>
    public static Recipe Parse(string text) => RecipeParser.Parse(text);

    /// <summary>The noise that the picture is drawn from.</summary>
    /// <param name="latent_dim">Numbers for a picture.</param>
    /// <param name="truncation">How far the numbers of the pictures that it is made of may lie from 0, see <see cref="NormalTruncation"/>;
    /// null for no bound.</param>
    /// <param name="directions">Those of the model that draws; needed where a part has more of something.</param>
    /// <returns>As many numbers as <paramref name="latent_dim"/> says.</returns>
    public abstract float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null);

    /// <summary>The styles that the picture is drawn with by a generator that has w: in w the way between two pictures is a straight line,
    /// and a mixture the weighted mean.</summary>
    /// <returns>As many rows as the generator takes.</returns>
    internal abstract float[][] Styles(StyleSpace space);

    /// <summary>Requires as many rows of w as mixes need.</summary>
    /// <param name="styles">How many a generator has; 0 for one without w.</param>
    /// <exception cref="ArgumentException">There are too few; the message is one line.</exception>
    internal virtual void RequireStyles(int styles)
    {
        foreach (var recipe in MadeOf)
            recipe.RequireStyles(styles);
    }

    /// <summary>What the picture is asked to be.</summary>
    /// <param name="conditions">What the model that draws it can be asked for.</param>
    /// <returns>The condition, see <see cref="Conditions.Condition"/>.</returns>
    /// <exception cref="ArgumentException">The recipe asks for what the model does not know; the message says what it knows.</exception>
    public abstract float[] Condition(IConditions conditions);

    /// <summary>The same recipe, of a class where it does not say one.</summary>
    /// <param name="class">What to draw, as <see cref="ClassNames.Find"/> reads it.</param>
    public abstract Recipe OfClass(string @class);

    /// <summary>The one text that all ways to write this recipe have in common: no blanks, numbers as short as they can be.</summary>
    public abstract override string ToString();

    /// <summary>The weighted sum of rows, each with each.</summary>
    private protected static float[][] Sum(params IReadOnlyList<(float[][] Rows, double Weight)> parts) =>
        [.. Enumerable.Range(0, parts[0].Rows.Length).Select(row =>
        {
            var sum = new double[parts[0].Rows[row].Length];
            foreach (var (rows, weight) in parts)
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += weight * rows[row][i];
            return Array.ConvertAll(sum, value => (float)value);
        })];
}
