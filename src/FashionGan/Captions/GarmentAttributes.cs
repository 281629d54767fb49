using FashionGanTf.Captions.Attributes;

namespace FashionGanTf.Captions;

/// <summary>All that can be measured of the garments of Fashion-MNIST.</summary>
public static class GarmentAttributes
{
    /// <summary>The attributes; a description has their values in this order.</summary>
    public static IReadOnlyList<IGarmentAttribute> All { get; } =
        [new Darkness(), new Pattern(), new SleeveLength(), new Width(), new Height(), new Heel()];

    /// <summary>The place of an attribute in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static int PlaceOf(string name)
    {
        var place = All.Select(attribute => attribute.Name).ToList().IndexOf(name);
        return place >= 0 ? place : throw new ArgumentException(
            $"There is no attribute '{name}'; there are {string.Join(", ", All.Select(attribute => attribute.Name))}.");
    }
}
