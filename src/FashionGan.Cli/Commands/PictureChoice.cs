using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Cli.Commands;

/// <summary>The options with which <c>generate</c> is told what to draw: pictures of a seed, given ones, or the way between two.</summary>
internal sealed class PictureChoice
{
    private const int Most = 1_000_000;
    private const int OfSeed = 64;
    private const int OfWalk = 24;

    private readonly Option<int?> _count = NumberOption
        .Optional("--count", $"How many pictures [default: as many as the grid has places, or {OfSeed}, of a walk {OfWalk}].", 1, Most);
    private readonly Option<int> _seed =
        NumberOption.Of("--seed", "Which pictures: picture i of a seed is always the same.", 1, 0, int.MaxValue);
    private readonly Option<int> _first = NumberOption.Of("--first", "The number of the seed's first picture.", 0, 0, int.MaxValue - Most);
    private readonly Option<Recipe[]> _pictures =
        RecipeOption.Many("--picture", "Draw this picture, as 7.3, walk(7.3,8.0,0.3) or blend(7.3*2,8.0*1); may be given again.");
    private readonly Option<Recipe?> _from = RecipeOption.Of("--from", "Draw the way from this picture.");
    private readonly Option<Recipe?> _to = RecipeOption.Of("--to", "Draw the way to this picture.");

    internal IEnumerable<Option> Options => [_count, _seed, _first, _pictures, _from, _to];

    /// <summary>What to draw.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="grid">The grid's size, where it is given.</param>
    /// <returns>The recipes, made while they are gone through, and how many there are.</returns>
    /// <exception cref="UsageException">Options do not go together.</exception>
    internal (IEnumerable<Recipe> Recipes, int Count) Read(ParseResult result, GridSize? grid)
    {
        var (pictures, from, to) = (result.GetValue(_pictures)!, result.GetValue(_from), result.GetValue(_to));
        if (pictures.Length > 0)
        {
            RequireNone(result, "--picture says what to draw", _seed, _first, _count, _from, _to);
            return (pictures, pictures.Length);
        }

        var count = result.GetValue(_count);
        if (from is null && to is null)
        {
            var number = count ?? grid?.Places ?? OfSeed;
            return (SeedRecipe.Range(result.GetValue(_seed), result.GetValue(_first), number), number);
        }

        if (from is null || to is null)
            throw new UsageException("--from and --to go together: a way has two ends.");
        RequireNone(result, "--from and --to say what to draw", _seed, _first);
        try
        {
            var walk = WalkRecipe.Path(from, to, count ?? grid?.Places ?? OfWalk);
            return (walk, walk.Count);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(count < 2 || grid?.Places < 2 ? "A walk has 2 pictures at least." : error.Message);
        }
    }

    private static void RequireNone(ParseResult result, string reason, params Option[] options)
    {
        foreach (var option in options)
            if (result.GetResult(option) is { Implicit: false })
                throw new UsageException($"{reason}; {option.Name} does not go with it.");
    }
}
