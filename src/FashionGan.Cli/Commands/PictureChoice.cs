using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Commands;

/// <summary>The options with which <c>generate</c> is told what to draw: pictures of a seed, given ones, or the way between two.</summary>
internal sealed class PictureChoice
{
    private const int Most = 1_000_000;
    private const int OfSeed = 64;
    private const int OfWalk = 24;
    private const int OfClass = 8;
    private static readonly GridSize OfMix = new(8, 8);

    private readonly Option<int?> _count = NumberOption
        .Optional("--count", $"How many pictures [default: as many as the grid has places, or {OfSeed}, of a walk {OfWalk}].", 1, Most);
    private readonly Option<int> _seed =
        NumberOption.Of("--seed", "Which pictures: picture i of a seed is always the same.", 1, 0, int.MaxValue);
    private readonly Option<int> _first = NumberOption.Of("--first", "The number of the seed's first picture.", 0, 0, int.MaxValue - Most);
    private readonly Option<Recipe[]> _pictures =
        RecipeOption.Many("--picture", "Draw this picture, as 7.3, 7.3@sneaker, walk(7.3,8.0,0.3), " +
            "vary(7.3,4.1*0.4), blend(7.3*2,8.0*1), mix(7.3,8.0,3) or more(7.3,darker*1.5,wider*1); may be given again.");
    private readonly Option<Recipe?> _from = RecipeOption.Of("--from", "Draw the way from this picture.");
    private readonly Option<Recipe?> _to = RecipeOption.Of("--to", "Draw the way to this picture.");

    private readonly Option<Recipe[]> _via =
        RecipeOption.Many("--via", "Draw the way by way of this picture; may be given again, in the order of the way.");
    private readonly Option<bool> _loop = new("--loop") { Description = "Draw the way on from the last picture to the first." };

    private readonly Option<int?> _mix = NumberOption.Optional("--mix",
        "Mix styles, of a StyleGAN: each row of the grid has the first N rows of w, the coarse ones, from one picture, each column the " +
        $"others from another; rows and columns are the seed's next pictures [grid: {OfMix}].", 1, MixRecipe.MostRows);

    private readonly Option<ClassOption[]> _classes = ClassOption.Many("--class",
        $"Draw this class, as sneaker, 7, or sneaker:{OfClass} for so many pictures; may be given again, for a row each.", Most);

    private readonly Option<ClassOption[]> _texts = ClassOption.Texts("--text",
        "Draw what this text says, as \"dark sleeveless dress\"; may be given again, for a row each.");

    internal IEnumerable<Option> Options => [_classes, _texts, _count, _seed, _first, _pictures, _from, _to, _via, _loop, _mix];

    /// <summary>Requires that the model has the classes, the words and the styles that are asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="gan">The model.</param>
    /// <param name="say">Is told in a line of words that are left out or contradict each other.</param>
    /// <exception cref="UsageException">It has not; the message says which option asks for what is not there.</exception>
    internal void RequireFit(ParseResult result, FashionGan gan, Action<string> say)
    {
        var (classes, texts) = (result.GetValue(_classes)!, result.GetValue(_texts)!);
        if (gan.Vocabulary is not null && classes.Length > 0)
            throw new UsageException("--class: this model knows words and no classes; ask it with --text.");
        if (gan.Vocabulary is null && texts.Length > 0)
            throw new UsageException($"--text: this model knows no words; --model {ModelOption.WithTexts} does" +
                (gan.IsConditional ? ", and --class asks this one." : "."));
        var faults = new List<(string Message, string? Model)>();
        foreach (var asked in classes)
            // As it was written: a recipe has small letters.
            Require(_classes, new SeedRecipe(0, 0, asked.Class), () => gan.Classes.Find(asked.Class));
        foreach (var asked in texts)
            Require(_texts, new SeedRecipe(0, 0, asked.Class));
        foreach (var (option, recipe) in Given(result))
            Require(option, recipe);
        if (result.GetValue(_mix) is { } rows)
            Require(_mix, new MixRecipe(new SeedRecipe(0, 0), new SeedRecipe(0, 1), rows));
        // What no model knows first: another model is no remedy while it is there.
        if (faults.Count > 0)
            throw new UsageException(faults.OrderBy(fault => fault.Model is not null).First().Message);
        foreach (var note in texts.Select(asked => new SeedRecipe(0, 0, asked.Class)).Concat(Given(result).Select(one => one.Recipe))
            .SelectMany(gan.Notes).Distinct())
            say(note);
        if (gan.Vocabulary is not null && texts.Length == 0 && !Given(result).Any())
            say("without --text captions of the training take turns; --labels writes each below its picture on a sheet, and " +
                "--format zip into a table.");

        void Require(Option option, Recipe recipe, Action? find = null)
        {
            try
            {
                (find ?? (() => gan.Require(recipe)))();
            }
            catch (ArgumentException error)
            {
                var hint = ModelOption.Knowing([.. recipe.Asked]) switch
                {
                    ModelOption.WithClasses when !gan.IsConditional && gan.Vocabulary is null => ModelOption.WithClasses,
                    ModelOption.WithTexts when gan.Vocabulary is null => ModelOption.WithTexts,
                    _ => null,
                };
                faults.Add(($"{option.Name}: {error.Message}{(hint is null ? "" : $" --model {hint} draws it.")}", hint));
            }
        }
    }

    /// <summary>The model that ships and knows what is asked for, where nobody names one.</summary>
    internal string Standard(ParseResult result) => result.GetValue(_texts)!.Length > 0 ? ModelOption.WithTexts
        : ModelOption.Knowing([.. Given(result).SelectMany(one => one.Recipe.Asked).Distinct()]) ?? FashionGan.PretrainedNames[0];

    /// <summary>The recipes on the command line, each with its option.</summary>
    private IEnumerable<(Option Option, Recipe Recipe)> Given(ParseResult result)
    {
        foreach (var many in new[] { _pictures, _via })
            foreach (var recipe in result.GetValue(many)!)
                yield return (many, recipe);
        foreach (var end in new[] { _from, _to })
            if (result.GetValue(end) is { } recipe)
                yield return (end, recipe);
    }

    /// <summary>Whether the last picture of a way leads to the first.</summary>
    internal bool IsLoop(ParseResult result) => result.GetValue(_loop);

    /// <summary>Requires pictures of a seed, which an option chooses from.</summary>
    /// <exception cref="UsageException">Others are asked for.</exception>
    internal void RequireSeed(ParseResult result, Option option) =>
        RequireNone(result, $"{option.Name} goes with pictures of a seed", _pictures, _from, _to, _via, _loop, _mix);

    /// <summary>What to draw.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="grid">The grid's size, where it is given.</param>
    /// <returns>The recipes, made while they are gone through, and how many there are.</returns>
    /// <exception cref="UsageException">Options do not go together.</exception>
    internal (IEnumerable<Recipe> Recipes, int Count) Read(ParseResult result, GridSize? grid)
    {
        if (result.GetValue(_classes)!.Length > 0)
            RequireNone(result, "--class says what to draw", _texts);
        var (pictures, from, to) = (result.GetValue(_pictures)!, result.GetValue(_from), result.GetValue(_to));
        if (pictures.Length > 0)
        {
            RequireNone(result, "--picture says what to draw", _classes, _texts, _seed, _first, _count, _from, _to, _via, _loop, _mix);
            return (pictures, pictures.Length);
        }

        if (result.GetValue(_mix) is { } rows)
            return OfStyles(result, rows, grid ?? OfMix);
        var count = result.GetValue(_count);
        if (from is null && to is null)
            RequireNone(result, "a way has two ends, --from and --to", _via, _loop);
        if (from is null && to is null && Asked(result) is { Length: > 0 } classes)
            return OfClasses(result, classes, grid);
        if (from is null && to is null)
        {
            var number = count ?? grid?.Places ?? OfSeed;
            return (SeedRecipe.Range(result.GetValue(_seed), result.GetValue(_first), number), number);
        }

        if (from is null || to is null)
            throw new UsageException("--from and --to go together: a way has two ends.");
        RequireNone(result, "--from and --to say what to draw", _classes, _texts, _seed, _first);
        try
        {
            Recipe[] stops = [from, .. result.GetValue(_via)!, to];
            if (stops.Length > WalkRecipe.MostStops)
                throw new UsageException($"A walk has {WalkRecipe.MostStops} stops at most, not {stops.Length}.");
            var walk = WalkRecipe.Path(stops, count ?? grid?.Places ?? OfWalk, IsLoop(result));
            return (walk, walk.Count);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(count < 2 || grid?.Places < 2 ? "A walk has 2 pictures at least." : error.Message);
        }
    }

    /// <summary>The classes or texts that are asked for.</summary>
    private ClassOption[] Asked(ParseResult result) => [.. result.GetValue(_classes)!, .. result.GetValue(_texts)!];

    /// <summary>The size of a grid that mixes styles, or has a row for each class or text; null where there are none, or they have
    /// different numbers of pictures.</summary>
    internal GridSize? Rows(ParseResult result)
    {
        if (result.GetValue(_mix) is not null)
            return OfMix;
        var classes = Asked(result);
        var numbers = Numbers(result, classes, null).Distinct().ToList();
        return classes.Length > 1 && numbers.Count == 1 ? new GridSize(numbers[0], classes.Length) : null;
    }

    /// <summary>Coarse styles of the seed's first pictures, a row of the grid each, and fine ones of the next, a column each.</summary>
    private (IEnumerable<Recipe>, int) OfStyles(ParseResult result, int rows, GridSize grid)
    {
        RequireNone(result, "--mix says what to draw", _classes, _texts, _count, _from, _to);
        var (seed, first) = (result.GetValue(_seed), result.GetValue(_first));
        return (MixRecipe.Grid(SeedRecipe.Range(seed, first, grid.Rows), SeedRecipe.Range(seed, first + grid.Rows, grid.Columns), rows),
            grid.Places);
    }

    private (IEnumerable<Recipe>, int) OfClasses(ParseResult result, ClassOption[] classes, GridSize? grid)
    {
        var (seed, first, numbers) = (result.GetValue(_seed), result.GetValue(_first), Numbers(result, classes, grid));
        var count = numbers.Sum(number => (long)number);
        if (count > Most)
            throw new UsageException($"--class asks for {count} pictures; {Most} is the most.");
        return (classes.Zip(numbers).SelectMany(asked => SeedRecipe.Range(seed, first, asked.Second, asked.First.Class)), (int)count);
    }

    /// <summary>How many pictures of each class.</summary>
    private int[] Numbers(ParseResult result, ClassOption[] classes, GridSize? grid)
    {
        if (result.GetValue(_count) is not { } count)
            return Array.ConvertAll(classes, asked => asked.Count
                ?? (classes.Length == 1 ? grid?.Places ?? OfSeed : grid?.Columns ?? OfClass));
        if (Array.Exists(classes, asked => asked.Count is not null))
            throw new UsageException("--count and the numbers after --class both say how many pictures; give one of them.");
        if (count < classes.Length)
            throw new UsageException($"--count {count} is less than a picture of each of {classes.Length} " +
                $"{(result.GetValue(_texts)!.Length > 0 ? "texts" : "classes")}.");
        if (classes.Length == 0)
            return [];
        // What does not divide goes to the first.
        return [.. classes.Select((_, i) => SeedRecipe.Share(count, i, classes.Length))];
    }

    private static void RequireNone(ParseResult result, string reason, params Option[] options)
    {
        foreach (var option in options)
            if (result.GetResult(option) is { Implicit: false })
                throw new UsageException($"{reason}; {option.Name} does not go with it.");
    }
}
