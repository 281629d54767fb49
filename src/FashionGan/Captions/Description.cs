using FashionGanTf.Conditions;

namespace FashionGanTf.Captions;

/// <summary>What is known of a garment, or asked of one: its class and the values of attributes.</summary>
public sealed class Description : IEquatable<Description>
{
    private readonly int?[] _values;

    /// <summary>A description.</summary>
    /// <param name="label">The class, a label of <see cref="ClassNames.FashionMnist"/>.</param>
    /// <param name="values">For each of <see cref="GarmentAttributes.All"/> the number of a value; null where nothing is said.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than attributes, or an attribute has no such value.</exception>
    public Description(int label, params IReadOnlyList<int?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, ClassNames.FashionMnist.Count);
        if (values.Count != GarmentAttributes.All.Count)
            throw new ArgumentException($"{values.Count} values are given for {GarmentAttributes.All.Count} attributes.");
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value && (value < 0 || value >= GarmentAttributes.All[i].Values.Count))
                throw new ArgumentException($"{GarmentAttributes.All[i].Name} has no value {value}.");
        (Label, _values) = (label, [.. values]);
    }

    /// <summary>The class, a label of <see cref="ClassNames.FashionMnist"/>.</summary>
    public int Label { get; }

    /// <summary>For each of <see cref="GarmentAttributes.All"/> the number of a value; null where nothing is said.</summary>
    public IReadOnlyList<int?> Values => _values;

    /// <summary>What is measured in a picture; attributes that its class does not have, and those whose rule abstains, are left
    /// out.</summary>
    /// <param name="pixels">28 x 28 in gray, row by row from the top.</param>
    /// <param name="label">What the picture shows.</param>
    public static Description Of(byte[] pixels, int label)
    {
        var garment = new Garment(pixels, label);
        return new Description(
            label, [.. GarmentAttributes.All.Select(attribute => attribute.Labels.Contains(label) ? attribute.Measure(garment) : null)]);
    }

    /// <summary>Whether all that another one says is said here, too.</summary>
    public bool Says(Description other) =>
        Label == other.Label && !other._values.Where((value, i) => value is not null && value != _values[i]).Any();

    /// <summary>Whether no garment can be both: another class, or another value of an attribute of which both say one.</summary>
    public bool Contradicts(Description other) =>
        Label != other.Label || _values.Where((value, i) => value is not null && other._values[i] is { } its && value != its).Any();

    /// <inheritdoc/>
    public bool Equals(Description? other) => other is not null && Label == other.Label && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Description);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(Label, (hash, value) => HashCode.Combine(hash, value));

    /// <summary>As people read it: <c>dress: dark, sleeveless</c>.</summary>
    public override string ToString()
    {
        var words = _values.Select((value, i) => value is { } some ? GarmentAttributes.All[i].Values[some] : null).OfType<string>();
        return $"{ClassNames.FashionMnist[Label]}: {string.Join(", ", words)}";
    }
}
