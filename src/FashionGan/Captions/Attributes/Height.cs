namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// How tall a shoe or a bag is: the height divided by the width of its silhouette, in thirds of its class; the middle one has no word.
/// Straps and handles count. Clothes all fill the picture's height, so they have none.
/// </summary>
public sealed class Height : IGarmentAttribute
{
    /// <summary>The thirds of each class, by its label.</summary>
    internal static readonly IReadOnlyDictionary<int, Terciles> ByClass = new Dictionary<int, Terciles>
    {
        [5] = new(0.429, 0.464, 0.643, 0.714),
        [7] = new(0.429, 0.429, 0.500, 0.500),
        [8] = new(0.714, 0.778, 1.037, 1.120),
        [9] = new(0.679, 0.704, 0.786, 0.821),
    };

    /// <inheritdoc/>
    public string Name => "height";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["low", "tall"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [5, 7, 8, 9];

    /// <inheritdoc/>
    public int? Measure(Garment garment) => garment.Silhouette.IsEmpty ? null : ByClass[garment.Label].Third(Ratio(garment)) switch
    {
        0 => 0,
        2 => 1,
        _ => null,
    };

    /// <summary>The height divided by the width.</summary>
    internal static double Ratio(Garment garment) => (double)garment.Silhouette.Height / garment.Silhouette.Width;
}
