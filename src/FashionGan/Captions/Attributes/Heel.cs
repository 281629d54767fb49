namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// Whether a sandal or an ankle boot has a heel. A column's clearance is how many rows its lowest garment pixel lies above the lowest of
/// all; the arch is the largest clearance of a column less the larger of the smallest ones at its left and at its right, in pixels. An arch
/// of 4 or more is a high heel, 0 or 1 is a flat sole, and between these the rule abstains. A wedge has no arch, so what is taller than two
/// thirds of its width is not called flat.
/// </summary>
public sealed class Heel : IGarmentAttribute
{
    private const int FlatArch = 1, HeelArch = 4;
    private const double TallestFlat = 2 / 3d;

    /// <summary>An ankle boot's shaft makes it tall, whatever its sole.</summary>
    private const int Sandal = 5, Boot = 9;

    /// <inheritdoc/>
    public string Name => "heel";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["flat", "high-heeled"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [Sandal, Boot];

    /// <inheritdoc/>
    public int? Measure(Garment garment)
    {
        if (garment.Silhouette.IsEmpty)
            return null;
        var arch = Arch(garment.Silhouette);
        if (arch >= HeelArch)
            return 1;
        return arch <= FlatArch && (garment.Label == Boot || Height.Ratio(garment) <= TallestFlat) ? 0 : null;
    }

    /// <summary>The height of the arch in pixels.</summary>
    internal static int Arch(Silhouette silhouette)
    {
        var clearances = Enumerable.Range(silhouette.Left, silhouette.Width).Select(x => Clearance(silhouette, x)).ToArray();
        var arch = 0;
        for (var i = 1; i < clearances.Length - 1; i++)
            arch = Math.Max(arch, clearances[i] - Math.Max(clearances[..i].Min(), clearances[(i + 1)..].Min()));
        return arch;
    }

    /// <summary>A column without garment counts as one that touches the ground.</summary>
    private static int Clearance(Silhouette silhouette, int x)
    {
        for (var y = silhouette.Bottom; y >= silhouette.Top; y--)
            if (silhouette.Has(y, x))
                return silhouette.Bottom - y;
        return 0;
    }
}
