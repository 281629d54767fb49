using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;
using System.Globalization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>Picture number n of a seed: <c>7.3</c> is picture 3 of seed 7, the fourth that <c>generate --seed 7</c> draws;
/// <c>7.3@sneaker</c> draws a sneaker from the same noise.</summary>
public sealed class SeedRecipe : Recipe
{
    /// <summary>A picture of a seed.</summary>
    /// <param name="seed">Chooses the noise; not negative.</param>
    /// <param name="number">The picture's number, from 0.</param>
    /// <param name="class">What to draw, as <see cref="ClassNames.Find"/> reads it; null where nobody says it.</param>
    public SeedRecipe(int seed, int number, string? @class = null)
        : base(pictures: 1, depth: 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        (Seed, Number, Turn, Class) = (seed, number, number, @class is null ? null : ClassNames.Written(@class));
    }

    /// <summary>Chooses the noise.</summary>
    public int Seed { get; }

    /// <summary>The picture's number, from 0.</summary>
    public int Number { get; }

    /// <summary>What is drawn, as <see cref="ClassNames.Written"/> has it; null where nobody says it: then the classes of a model
    /// take turns.</summary>
    public string? Class { get; }

    /// <summary>The number that says whose turn it is where there is no <see cref="Class"/>: its own, unless it is drawn
    /// <see cref="Like"/> another picture.</summary>
    internal int Turn { get; private init; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => [];

    /// <inheritdoc/>
    internal override IEnumerable<SeedRecipe> Seeds => [this];

    /// <summary>Consecutive pictures of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many; the last one's number is no more than an int holds.</param>
    /// <param name="class">What all are; null where nobody says it.</param>
    public static IEnumerable<SeedRecipe> Range(int seed, int first, int count, string? @class = null) =>
        Enumerable.Range(first, count).Select(number => new SeedRecipe(seed, number, @class));

    /// <summary>Pictures of a seed, class after class, each from the same first number on: as many of each class as of another, and one
    /// more of the first ones where the count leaves a rest.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="first">The number of each class's first.</param>
    /// <param name="count">How many in all; at least as many as there are classes.</param>
    /// <param name="classes">What to draw; where there is none, nobody says it.</param>
    public static IEnumerable<SeedRecipe> Range(int seed, int first, int count, IReadOnlyList<string> classes) => classes.Count == 0
        ? Range(seed, first, count)
        : classes.SelectMany((name, i) => Range(seed, first, Share(count, i, classes.Count), name));

    /// <summary>How many of a count fall to a class.</summary>
    /// <param name="count">How many in all.</param>
    /// <param name="class">Which class, from 0.</param>
    /// <param name="classes">How many there are.</param>
    public static int Share(int count, int @class, int classes) => count / classes + (@class < count % classes ? 1 : 0);

    /// <summary>The same noise, of the class that another picture has.</summary>
    internal SeedRecipe Like(SeedRecipe other) => new(Seed, Number, other.Class) { Turn = other.Turn };

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => Class is null ? new SeedRecipe(Seed, Number, @class) : this;

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null)
    {
        var noise = new float[latent_dim];
        LatentNoise.Fill(noise, Seed, Number);
        if (truncation is { } bound)
            new NormalTruncation(bound).Apply(noise);
        return noise;
    }

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space) => [.. Enumerable.Repeat(space.W(this), space.Rows)];

    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions) => (Class, conditions.Size) is (null, 0) ? []
        : conditions.Of(Class ?? conditions.InTurn(Turn));

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Seed}.{Number}{(Class is null ? "" : $"@{Class}")}");
}
