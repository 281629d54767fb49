using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Directions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <content>What recipes become before they are drawn: noise, or of a generator with a mapping network styles.</content>
public sealed partial class FashionGan
{
    /// <summary>The noise of maps has streams that no picture's noise has: their keys are not negative, and -1 is taken.</summary>
    private const long FirstNoiseKey = -2;

    /// <summary>Pictures of seeds that are mapped at once; what comes out does not depend on it.</summary>
    private const int MappedAtOnce = 512;

    /// <summary>How many rows of w a picture is drawn with, the coarsest first; 0 for a generator without a mapping network.</summary>
    public int Styles => (Generator as StyleGenerator)?.Styles ?? 0;

    /// <summary>Requires a recipe that the generator can draw.</summary>
    /// <exception cref="ArgumentException">It asks for a class or for styles that are not there; the message is one line.</exception>
    public void Require(Recipe recipe)
    {
        Require(recipe, Conditions);
    }

    /// <summary>Whether this is a class that the model has, or a text of which it knows a word.</summary>
    public bool Knows(string asked)
    {
        try
        {
            return Vocabulary is null ? Classes.Find(asked) >= 0 : Vocabulary.Read(asked).Tokens.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>What to tell whoever asks for a recipe that can be drawn, a line each, see <see cref="AskedText.Notes"/>.</summary>
    public IEnumerable<string> Notes(Recipe recipe) =>
        Vocabulary is null ? [] : recipe.Asked.SelectMany(text => Vocabulary.Read(text).Notes(Vocabulary));

    /// <summary>The recipe of the same picture that says the caption whose turn it is, where it is a picture of a seed, asks for nothing,
    /// and the model takes texts; else the recipe.</summary>
    public Recipe InWords(Recipe recipe) => Vocabulary is not null && recipe is SeedRecipe { Class: null, Turn: var turn }
        ? recipe.OfClass(Vocabulary.InTurn(turn)) : recipe;

    private void Require(Recipe recipe, IConditions conditions)
    {
        recipe.Condition(conditions);
        recipe.RequireStyles(Styles);
        foreach (var move in recipe.Moves)
        {
            if (ModelDirections.Refusal(this) is { } refusal)
                throw new ArgumentException($"{refusal}.");
            move.Require(Classes);
        }
    }

    /// <summary>The generator's directions, as its weights were when they were first asked for.</summary>
    private ModelDirections Directions => LazyInitializer.EnsureInitialized(ref _directions, () => new ModelDirections(this))!;

    private ModelDirections? _directions;

    /// <summary>Finds the directions that recipes need, which draws many pictures.</summary>
    private void FindDirections(IReadOnlyList<Recipe> recipes)
    {
        foreach (var move in recipes.SelectMany(recipe => recipe.Moves))
        {
            Require(move);
            Directions.Prepare(move.Condition(Classes));
        }
    }

    /// <summary>Requires a manner that the generator can draw in.</summary>
    /// <exception cref="ArgumentException">It cannot; the message is one line.</exception>
    public void Require(Manner manner)
    {
        if (manner.Psi is { } psi && !(psi is >= 0 and <= Manner.MostPsi))
            throw new ArgumentException($"psi is a number from 0 to {Manner.MostPsi}, not {psi}.");
        if (manner.Psi is not null && Styles == 0)
            throw new ArgumentException(
                $"this model has no w, which psi moves towards its average; models of --network {GanNetworks.Stylegan} have it.");
        if (manner.NoiseSeed is < 0)
            throw new ArgumentException($"a seed of noise is not negative; it is {manner.NoiseSeed}.");
        if (manner.NoiseSeed is not null && Styles == 0)
            throw new ArgumentException(
                $"this model's maps have no noise that a seed could choose; those of --network {GanNetworks.Stylegan} have it.");
    }

    /// <summary>What recipes are drawn from, for <see cref="Draw(IReadOnlyList{GeneratorInput})"/>. Any thread may ask for it.</summary>
    /// <exception cref="ArgumentException">A recipe asks for what is not there, or the generator cannot draw in this manner.</exception>
    internal GeneratorInput[] Prepare(IReadOnlyList<Recipe> recipes, Manner manner)
    {
        FindDirections(recipes);
        return WithWeights(generator => Prepare(generator, recipes, manner));
    }

    private GeneratorInput[] Prepare(Model generator, IReadOnlyList<Recipe> recipes, Manner manner)
    {
        Require(manner);
        var conditions = ConditionsOf(generator);
        foreach (var recipe in recipes)
            Require(recipe, conditions);
        if (generator is not StyleGenerator styles)
            return [.. recipes.Select(recipe =>
                new GeneratorInput(recipe.Noise(LatentDim, manner.Truncation, Directions), recipe.Condition(conditions)))];
        var seeds = recipes.SelectMany(recipe => recipe.Seeds).DistinctBy(KeyOf).ToList();
        var w = seeds.Chunk(MappedAtOnce).SelectMany(some => some.Zip(Mapped(styles.Mapping, some, manner)))
            .ToDictionary(one => KeyOf(one.First), one => one.Second);
        var space = new StyleSpace(styles.Styles, seed => w[KeyOf(seed)], Directions);
        return [.. recipes.Select(recipe =>
            new GeneratorInput([.. recipe.Styles(space).SelectMany(row => row)], [], manner.NoiseSeed))];

        static (int, int, string?, int) KeyOf(SeedRecipe seed) => (seed.Seed, seed.Number, seed.Class, seed.Turn);
    }

    /// <summary>w of pictures of seeds.</summary>
    private float[][] Mapped(MappingNetwork mapping, SeedRecipe[] seeds, Manner manner)
    {
        using var scope = TensorScope.Begin();
        var z = Condition.Rows([.. seeds.Select(seed => seed.Noise(LatentDim, manner.Truncation))]);
        var w = mapping.Map(z, IsConditional ? Condition.Rows([.. seeds.Select(seed => seed.Condition(Classes))]) : null);
        // 1 would move w there and back again, and round it on the way.
        if (manner.Psi is { } psi and not 1)
            w = mapping.Truncated(w, (float)psi);
        return [.. w.ToArray<float>().Chunk((int)w.shape[1])];
    }

    /// <summary>w of noise, of a generator that has it.</summary>
    /// <param name="noise">For each picture <see cref="LatentDim"/> numbers.</param>
    /// <param name="condition">What all are asked to be; null of a model without classes.</param>
    internal float[][] Mapped(float[][] noise, float[]? condition) => WithWeights(generator =>
    {
        using var scope = TensorScope.Begin();
        var w = ((StyleGenerator)generator).Mapping.Map(
            Condition.Rows(noise), condition is null ? null : Condition.Rows([.. Enumerable.Repeat(condition, noise.Length)]));
        return w.ToArray<float>().Chunk((int)w.shape[1]).ToArray();
    });

    /// <summary>Pictures of generator inputs, (N, size, size, channels).</summary>
    private Tensor Drawn(Model generator, IReadOnlyList<GeneratorInput> inputs)
    {
        var values = Condition.Rows([.. inputs.Select(input => input.Values)]);
        return generator is StyleGenerator styles
            ? styles.Synthesis.Apply(new Tensors(
                [tf.reshape(values, (inputs.Count, styles.Styles, values.shape[1] / styles.Styles)), .. NoiseOf(styles, inputs)]))
            : OnConditions(generator).Apply(
                with(values, ConditionSize > 0 ? Condition.Rows([.. inputs.Select(input => input.Condition)]) : null));
    }

    /// <summary>For each layer the noise of its maps, (1, size, size, 1) where all inputs have the same, else (N, size, size, 1).</summary>
    private static IEnumerable<Tensor> NoiseOf(StyleGenerator generator, IReadOnlyList<GeneratorInput> inputs)
    {
        var seeds = inputs.Select(input => input.NoiseSeed).Distinct().ToList();
        return generator.Noise.Select((constant, layer) =>
        {
            var maps = seeds.ConvertAll(seed => seed is { } given ? MapOf(given, layer, constant.shape) : constant);
            return maps.Count == 1 ? maps[0] : tf.concat(inputs.Select(input => maps[seeds.IndexOf(input.NoiseSeed)]), 0);
        });
    }

    private static Tensor MapOf(int seed, int layer, Shape shape) =>
        tf.reshape(LatentNoise.Of(FirstNoiseKey - seed, layer, 1, (int)shape.size), shape);
}
