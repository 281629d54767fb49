namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// How dark a garment is in the picture: the mean brightness of its pixels, 0 to 255, in thirds of its class. Fashion-MNIST's pictures are
/// negatives, so what is light here was dark cloth in the photograph; words are of what the picture shows. Near the edge of a third the
/// rule abstains.
/// </summary>
public sealed class Darkness : IGarmentAttribute
{
    /// <summary>The thirds of each class, by its label.</summary>
    internal static readonly IReadOnlyDictionary<int, Terciles> ByClass = new Dictionary<int, Terciles>
    {
        [0] = new(124.3, 138.6, 178.6, 187.1),
        [1] = new(155.0, 162.9, 187.0, 192.3),
        [2] = new(124.8, 140.1, 182.5, 190.4),
        [3] = new(144.5, 156.0, 188.2, 195.1),
        [4] = new(161.3, 170.8, 193.1, 197.2),
        [5] = new(103.2, 109.0, 130.8, 137.8),
        [6] = new(109.1, 121.6, 168.5, 178.9),
        [7] = new(125.0, 131.7, 152.2, 157.9),
        [8] = new(138.4, 147.0, 170.8, 176.3),
        [9] = new(163.2, 169.1, 184.6, 188.9),
    };

    /// <inheritdoc/>
    public string Name => "darkness";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["dark", "mid-toned", "light"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [.. Enumerable.Range(0, 10)];

    /// <inheritdoc/>
    public int? Measure(Garment garment) =>
        garment.Silhouette.IsEmpty ? null : ByClass[garment.Label].Third(Brightness(garment));

    /// <summary>The mean brightness of a garment's pixels, 0 to 255.</summary>
    internal static double Brightness(Garment garment)
    {
        var (sum, count) = (0, 0);
        for (var place = 0; place < garment.Pixels.Length; place++)
            if (garment.Silhouette.Has(place / Silhouette.Size, place % Silhouette.Size))
                (sum, count) = (sum + garment.Pixels[place], count + 1);
        return (double)sum / count;
    }
}
