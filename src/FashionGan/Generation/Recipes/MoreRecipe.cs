using System.Globalization;
using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// A picture with more or less of something: <c>more(7.3,darker*1.5,narrower*0.5)</c> moves the noise of 7.3 by 1.5 in the direction in
/// which pictures get darker, and by 0.5 in the one in which they get narrower. The noise stays as long as it was. Of a generator that has
/// w all its rows are moved. See <see cref="ModelDirections"/>; a model that has none refuses it.
/// </summary>
public sealed class MoreRecipe : Recipe
{
    /// <summary>The farthest: pictures that lie farther look like no others.</summary>
    public const double MostDistance = 8;

    /// <summary>A picture moved some ways.</summary>
    /// <param name="of">The picture.</param>
    /// <param name="steps">The words of <see cref="Direction"/> and how far each goes, from 0 to <see cref="MostDistance"/>.</param>
    /// <exception cref="ArgumentException">There is no step, one goes too far, or there is no such word.</exception>
    public MoreRecipe(Recipe of, IReadOnlyList<(string Word, double Distance)> steps)
        : base(of.Pictures, of.Depth + 1)
    {
        if (steps.Count == 0)
            throw new ArgumentException("more of something is a word at least, as in more(7.3,darker*1.5).");
        foreach (var (word, distance) in steps)
        {
            if (Direction.Find(word) is null)
                throw new ArgumentException($"there is no direction '{word}'; there are " +
                    $"{string.Join(", ", Direction.All.SelectMany(one => new[] { one.More, one.Less }))}.");
            if (!(distance is >= 0 and <= MostDistance))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"{word} goes from 0 to {MostDistance} far, not {distance}."));
        }

        (Of, Steps) = (of, [.. steps]);
    }

    /// <summary>The picture.</summary>
    public Recipe Of { get; }

    /// <summary>The words, and how far each goes.</summary>
    public IReadOnlyList<(string Word, double Distance)> Steps { get; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => [Of];

    /// <inheritdoc/>
    internal override IEnumerable<MoreRecipe> Moves => [this, .. Of.Moves];

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null) =>
        (directions ?? throw new ArgumentException($"{this} needs the directions of a model."))
            .Move(Of.Noise(latent_dim, truncation, directions), Of.Condition(directions.Classes), Signed);

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space) =>
        space.Directions.MoveStyles(Of.Styles(space), Of.Condition(space.Directions.Classes), Signed);

    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions) => Of.Condition(conditions);

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => new MoreRecipe(Of.OfClass(@class), Steps);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"more({Of},{string.Join(',', Steps.Select(step => FormattableString.Invariant($"{step.Word}*{step.Distance}")))})");

    /// <summary>Requires that what the picture is asked to be has what is to change.</summary>
    /// <param name="classes">The model's; none for one without classes.</param>
    /// <exception cref="ArgumentException">It has not; the message says what it has.</exception>
    internal void Require(ClassNames classes)
    {
        foreach (var (label, _) in ModelDirections.Parts(Of.Condition(classes)))
            foreach (var (word, _) in Steps)
                if (ModelDirections.Of(label < 0 ? null : label) is var known
                    && !known.Contains(Direction.Find(word)!.Value.Direction))
                    throw new ArgumentException($"{(label < 0 ? "this model" : classes[label])} has no {word}; it has " +
                        $"{string.Join(", ", known.SelectMany(one => new[] { one.More, one.Less }))}.");
    }

    private IEnumerable<(Direction Direction, double Distance)> Signed =>
        Steps.Select(step => Direction.Find(step.Word) is var (direction, sign) ? (direction, sign * step.Distance)
            : throw new InvalidOperationException(step.Word));
}
