using FashionGanTf.Conditions;
using FashionGanTf.Generation.Directions;
using System.Globalization;

namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// A mixture of pictures: <c>blend(7.3*2,8.0*1)</c> is two thirds of the one and one third of the other. It is the weighted mean of their
/// noise, stretched to the weighted mean of their lengths: a mean of many is nearer to 0 than noise ever is, and draws pale pictures. A
/// generator that has w takes the weighted mean there, as it is.
/// </summary>
public sealed class BlendRecipe : Recipe
{
    /// <summary>Fewer are no blend.</summary>
    public const int LeastParts = 2;

    /// <summary>More would all look alike.</summary>
    public const int MostParts = 16;

    /// <summary>What a weight may be at most.</summary>
    public const double MostWeight = 1000;

    /// <summary>A mixture.</summary>
    /// <param name="parts">The pictures and how much of each, 0 to <see cref="MostWeight"/>, not all 0.</param>
    /// <exception cref="ArgumentException">There are too few or too many parts,
    /// weights that cannot be, or it is nested too deep.</exception>
    public BlendRecipe(IReadOnlyList<(Recipe Picture, double Weight)> parts)
        : base(parts.Sum(part => part.Picture.Pictures), parts.Select(part => part.Picture.Depth).DefaultIfEmpty().Max() + 1)
    {
        if (parts.Count is < LeastParts or > MostParts)
            throw new ArgumentException($"a blend has {LeastParts} to {MostParts} parts, not {parts.Count}.");
        foreach (var (_, weight) in parts)
            if (!(weight is >= 0 and <= MostWeight))
                throw new ArgumentException($"a weight is a number from 0 to {MostWeight}, not {weight}.");
        if (parts.All(part => part.Weight == 0))
            throw new ArgumentException("a blend needs a weight above 0.");
        Parts = [.. parts];
    }

    /// <summary>The pictures and how much of each.</summary>
    public IReadOnlyList<(Recipe Picture, double Weight)> Parts { get; }

    /// <inheritdoc/>
    internal override IEnumerable<Recipe> MadeOf => Parts.Select(part => part.Picture);

    /// <inheritdoc/>
    public override float[] Noise(int latent_dim, double? truncation = null, ModelDirections? directions = null)
    {
        var total = Parts.Sum(part => part.Weight);
        var (mean, length) = (new double[latent_dim], 0.0);
        foreach (var (picture, weight) in Parts)
        {
            var noise = picture.Noise(latent_dim, truncation, directions);
            var share = weight / total;
            for (var i = 0; i < mean.Length; i++)
                mean[i] += share * noise[i];
            length += share * Arc.Norm(noise);
        }

        // Opposite parts may cancel; what is nothing cannot be stretched.
        var norm = Math.Sqrt(mean.Sum(value => value * value));
        var stretch = norm > 0 ? length / norm : 0;
        return Array.ConvertAll(mean, value => (float)(stretch * value));
    }

    /// <inheritdoc/>
    internal override float[][] Styles(StyleSpace space)
    {
        var total = Parts.Sum(part => part.Weight);
        return Sum([.. Parts.Select(part => (part.Picture.Styles(space), part.Weight / total))]);
    }

    /// <summary>The weighted mean of the parts'.</summary>
    /// <inheritdoc/>
    public override float[] Condition(IConditions conditions)
    {
        var total = Parts.Sum(part => part.Weight);
        var mean = new double[conditions.Size];
        foreach (var (picture, weight) in Parts)
        {
            var condition = picture.Condition(conditions);
            for (var i = 0; i < mean.Length; i++)
                mean[i] += weight / total * condition[i];
        }

        return Array.ConvertAll(mean, value => (float)value);
    }

    /// <inheritdoc/>
    public override Recipe OfClass(string @class) =>
        new BlendRecipe([.. Parts.Select(part => (part.Picture.OfClass(@class), part.Weight))]);

    /// <inheritdoc/>
    public override string ToString() =>
        $"blend({string.Join(',', Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Picture}*{part.Weight}")))})";
}
