namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// Whether cloth is plain, striped or patterned, from the <see cref="Trunk"/> of T-shirts, pullovers, dresses and shirts, where nothing but
/// cloth is. Contrast is the root mean square of its detail, in thirds of its class.
/// <para>Plain: the lowest third. Striped, across: above the lowest third, lines &gt; 0.5, and at least five changes of sign from line to
/// line, two and a half periods, that reach over half the trunk, as printed text does not. Patterned: the highest third, lines &lt; 0.35
/// and columns &lt; 0.45, for folds and open fronts are upright lines. Elsewhere the rule abstains.</para>
/// Upright stripes cannot be told from folds, nor a shirt's stripes from checks, so neither is called striped.
/// </summary>
public sealed class Pattern : IGarmentAttribute
{
    private const int Shirt = 6;
    private const int Plain = 0, Striped = 1, Patterned = 2;

    /// <summary>The thirds of each class, by its label.</summary>
    internal static readonly IReadOnlyDictionary<int, Terciles> ByClass = new Dictionary<int, Terciles>
    {
        [0] = new(6.56, 8.25, 20.27, 24.73),
        [2] = new(4.92, 6.09, 14.71, 18.75),
        [3] = new(7.23, 9.00, 20.97, 26.08),
        [6] = new(7.09, 8.27, 15.58, 19.47),
    };

    /// <inheritdoc/>
    public string Name => "pattern";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["plain", "striped", "patterned"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [0, 2, 3, Shirt];

    /// <inheritdoc/>
    public int? Measure(Garment garment)
    {
        var trunk = Trunk.Of(garment);
        if (trunk is null)
            return null;
        var third = ByClass[garment.Label].Third(trunk.Contrast);
        if (third == 0)
            return Plain;
        if (garment.Label != Shirt && trunk.Contrast >= ByClass[garment.Label].MiddleFrom
            && trunk is { Lines: > 0.5, Changes: >= 5, Reach: >= 0.5 })
            return Striped;
        return third == 2 && trunk is { Lines: < 0.35, Columns: < 0.45 } ? Patterned : null;
    }
}
