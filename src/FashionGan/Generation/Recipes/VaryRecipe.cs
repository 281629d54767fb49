using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// A line of variations: <c>vary(7.3,4.1*0.4,5.2*0.3)</c> begins at picture 7.3, goes 0.4 of the way to 4.1, and from there 0.3 of the way
/// to 5.2. It has the noise of <c>walk(walk(7.3,4.1,0.4),5.2,0.3)</c> and does not nest, so a line of a hundred steps is one recipe.
/// <para>A step that names no class stays of the class of what it varies; one that does moves towards that class, as a walk.</para>
/// <para>Of a generator that has w, <c>5.2*0.3*4-6</c> changes rows 4 to 6 of w only and keeps the others.</para>
/// </summary>
public sealed class VaryRecipe : Recipe
{
    /// <summary>A line of variations.</summary>
    /// <param name="of">Where it begins.</param>
    /// <param name="steps">Its steps; at least one. How many there may be is a matter of <see cref="Recipe.MostCharacters"/>.</param>
    /// <exception cref="ArgumentException">It has no step, or is nested too deep.</exception>
    public VaryRecipe(Recipe of, IReadOnlyList<Variation> steps)
        : base(of.Pictures, of.Depth + 1)
    {
        if (steps.Count == 0)
            throw new ArgumentException("variations have a step at least, as in vary(7.3,4.1*0.4).");
        (Of, Steps) = (of, [.. steps]);
    }

    /// <summary>Where the line begins.</summary>
    public Recipe Of { get; }

    /// <summary>Its steps.</summary>
    public IReadOnlyList<Variation> Steps { get; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => [Of];

    /// <inheritdoc/>
    internal override IEnumerable<SeedRecipe> Seeds => [.. Of.Seeds, .. Steps.Select(Towards)];

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null)
    {
        RequireStyles(int.MaxValue, hasStyles: false);
        var noise = Of.Noise(latent_dim, truncation, directions);
        foreach (var step in Steps)
            noise = Arc.Between(noise, step.Towards.Noise(latent_dim, truncation, directions), step.Distance);
        return noise;
    }

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space)
    {
        var rows = Of.Styles(space);
        foreach (var step in Steps)
        {
            var changed = Sum((rows, 1 - step.Distance), (Towards(step).Styles(space), step.Distance));
            rows = [.. rows.Select((row, i) => step.Rows is var (first, last) && (i + 1 < first || i + 1 > last) ? row : changed[i])];
        }

        return rows;
    }

    /// <inheritdoc/>
    internal override void RequireStyles(int styles)
    {
        RequireStyles(styles, hasStyles: styles > 0);
        base.RequireStyles(styles);
    }

    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions)
    {
        var condition = Of.Condition(conditions);
        foreach (var step in Steps.Where(step => step.Towards.Class is not null))
            condition = [.. condition.Zip(step.Towards.Condition(conditions),
                (from, to) => (float)((1 - step.Distance) * from + step.Distance * to))];
        return condition;
    }

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) => new VaryRecipe(Of.OfClass(@class), Steps);

    /// <inheritdoc/>
    public override string ToString() => $"vary({Of},{string.Join(',', Steps)})";

    /// <summary>What a step goes to in w, which a mapping network makes of noise and class: of the class of the first picture that the line
    /// begins with, where the step names none.</summary>
    private SeedRecipe Towards(Variation step) => step.Towards.Class is null ? step.Towards.Like(Of.Seeds.First()) : step.Towards;

    private void RequireStyles(int styles, bool hasStyles)
    {
        foreach (var step in Steps)
            if (step.Rows is var (first, last) && (!hasStyles || last > styles))
                throw new ArgumentException(hasStyles ? $"{step} changes row {last} of w, and this model has {styles} in all."
                    : $"{step} changes rows {first} to {last} of w, and this model has none; models of --network stylegan have them.");
    }
}
