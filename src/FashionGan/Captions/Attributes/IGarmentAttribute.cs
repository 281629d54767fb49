namespace FashionGanTf.Captions.Attributes;

/// <summary>Something that can be measured of a garment from the pixels alone.</summary>
public interface IGarmentAttribute
{
    /// <summary>What it is called: <c>darkness</c>.</summary>
    string Name { get; }

    /// <summary>What it can be, in the words of the field's label sets: <c>dark</c>, <c>mid-toned</c>, <c>light</c>.</summary>
    IReadOnlyList<string> Values { get; }

    /// <summary>The labels of Fashion-MNIST whose garments it is measured of.</summary>
    IReadOnlyList<int> Labels { get; }

    /// <summary>Measures.</summary>
    /// <param name="garment">A garment of one of <see cref="Labels"/>.</param>
    /// <returns>The number of one of <see cref="Values"/>; null where the rule abstains.</returns>
    int? Measure(Garment garment);
}
