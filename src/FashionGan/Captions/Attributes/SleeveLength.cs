namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// Whether a T-shirt, a shirt or a dress has sleeves, and how long they are, from the extents of its rows in pixels; f is a row's place
/// between the top, 0, and the bottom, 1.
/// <para>T-shirts and shirts: W is the largest extent of f &lt;= 0.45, low the median of f from 0.6 to 0.8, gap the median number of ground
/// pixels within a row of f from 0.5 to 0.85. Sleeveless: W &lt;= 15 and gap &lt; 1. Short: low / W &lt; 0.78, gap &lt; 1 and W &gt;= 17.
/// Long: W &gt;= 18, low / W &gt; 0.88 and gap &lt; 1, or low / W &gt; 0.8 and gap &gt;= 2; only where it is 24 rows tall, for a cropped
/// top is as wide below as above.</para>
/// <para>Dresses: shoulders is the largest extent of f from 0.08 to 0.35, waist the smallest of 0.35 to 0.5, hands the largest of 0.4 to
/// 0.58, skirt the smallest of 0.6 to 0.8; open is the sum of ground pixels within rows of 0.3 to 0.6. Long: hands - skirt &gt;= 2,
/// shoulders - waist &lt;= 1, shoulders &gt;= 9 and shoulders &gt; skirt. Short: hands - skirt &lt; 1, shoulders - waist &gt;= 4, shoulders
/// &gt;= 11 and open &lt; 3. Sleeveless: hands - skirt &lt; 1, shoulders - waist &lt;= 2, shoulders &lt;= 11 and open &lt; 2.</para>
/// Elsewhere the rule abstains. Pullovers and coats have long sleeves almost always, so they have no word for them.
/// </summary>
public sealed class SleeveLength : IGarmentAttribute
{
    private const int TShirt = 0, Dress = 3, Shirt = 6;
    private const int Sleeveless = 0, Short = 1, Long = 2;
    private const int Fewest = 14, Cropped = 24;

    /// <inheritdoc/>
    public string Name => "sleeve length";

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; } = ["sleeveless", "short-sleeved", "long-sleeved"];

    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [TShirt, Dress, Shirt];

    /// <inheritdoc/>
    public int? Measure(Garment garment)
    {
        var silhouette = garment.Silhouette;
        // Of fewer rows some of the parts have none, and a garment in two pieces has no profile.
        return silhouette.Height < Fewest || silhouette.Rows(0, 1).Count() < silhouette.Height ? null
            : garment.Label == Dress ? OfDress(silhouette) : OfTop(silhouette);
    }

    /// <summary>How far sleeves reach, by what the rule looks at first: of tops low / W, of dresses hands - skirt in pixels; null where the
    /// rule abstains for the garment's shape.</summary>
    internal static double? Reach(Garment garment)
    {
        var silhouette = garment.Silhouette;
        if (silhouette.Height < Fewest || silhouette.Rows(0, 1).Count() < silhouette.Height)
            return null;
        return garment.Label == Dress
            ? silhouette.Rows(0.4, 0.58).Max(silhouette.Extent) - silhouette.Rows(0.6, 0.8).Min(silhouette.Extent)
            : Median(silhouette.Rows(0.6, 0.8).Select(silhouette.Extent)) / silhouette.Rows(0, 0.45).Max(silhouette.Extent);
    }

    private static int? OfTop(Silhouette garment)
    {
        var widest = garment.Rows(0, 0.45).Max(garment.Extent);
        var part = Median(garment.Rows(0.6, 0.8).Select(garment.Extent)) / widest;
        var gap = Median(garment.Rows(0.5, 0.85).Select(garment.Gaps));
        if (gap < 1 && widest <= 15)
            return Sleeveless;
        if (gap < 1 && part < 0.78)
            return widest >= 17 ? Short : null;
        return garment.Height >= Cropped && widest >= 18 && ((gap < 1 && part > 0.88) || (gap >= 2 && part > 0.8)) ? Long : null;
    }

    private static int? OfDress(Silhouette garment)
    {
        int Largest(double from, double to) => garment.Rows(from, to).Max(garment.Extent);
        int Smallest(double from, double to) => garment.Rows(from, to).Min(garment.Extent);
        var (shoulders, waist, hands, skirt) = (Largest(0.08, 0.35), Smallest(0.35, 0.5), Largest(0.4, 0.58), Smallest(0.6, 0.8));
        var open = garment.Rows(0.3, 0.6).Sum(garment.Gaps);
        if (hands - skirt >= 2)
            return shoulders - waist <= 1 && shoulders >= 9 && shoulders > skirt ? Long : null;
        if (hands - skirt >= 1)
            return null;
        if (shoulders - waist >= 4)
            return shoulders >= 11 && open < 3 ? Short : null;
        return shoulders - waist <= 2 && shoulders <= 11 && open < 2 ? Sleeveless : null;
    }

    private static double Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
