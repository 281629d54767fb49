namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// The detail of a garment's cloth. The trunk is what of the silhouette is more than two pixels from its edge (the 5 x 5 around a pixel are
/// all garment), not more columns from the silhouette's middle than its class allows, and from 0.2 to 0.95 of the height. A pixel's detail
/// is its brightness less the mean of the trunk's pixels among the 5 x 5 around it.
/// </summary>
internal sealed class Trunk
{
    private const int Around = 2, FewestPixels = 40, FewestInLine = 3;
    private const double From = 0.2, To = 0.95, LeastRows = 0.8;

    /// <summary>How many columns from the middle, by label: narrower where arms hang beside the body.</summary>
    private static readonly Dictionary<int, int> s_half = new() { [0] = 5, [2] = 4, [3] = 3, [6] = 4 };

    /// <summary>The root mean square of the detail, in steps of brightness.</summary>
    internal double Contrast { get; private init; }

    /// <summary>The part of the detail's energy that is in the means of rows, 0 to 1.</summary>
    internal double Lines { get; private init; }

    /// <summary>The part of the detail's energy that is in the means of columns, 0 to 1.</summary>
    internal double Columns { get; private init; }

    /// <summary>How often the means of rows change their sign from above to below, of those that are more than half of
    /// <see cref="Contrast"/>.</summary>
    internal int Changes { get; private init; }

    /// <summary>The part of the height from the line before the first change to the one after the last, 0 to 1.</summary>
    internal double Reach { get; private init; }

    /// <summary>The trunk of a garment; null where there is too little of it.</summary>
    internal static Trunk? Of(Garment garment)
    {
        var silhouette = garment.Silhouette;
        if (silhouette.IsEmpty)
            return null;
        var inside = Inside(garment);
        var rows = Enumerable.Range(silhouette.Top, silhouette.Height)
            .Where(y => Part(silhouette, y) is >= From and <= To).ToArray();
        var detail = Detail(garment.Pixels, inside);
        var (rowMeans, columnMeans) = (Means(detail, inside, 1, Silhouette.Size), Means(detail, inside, Silhouette.Size, 1));
        if (inside.Count(true) < FewestPixels || rows.Count(y => rowMeans[y].Count >= FewestInLine) <= LeastRows * rows.Length)
            return null;
        var energy = detail.Sum(value => value * value);
        var contrast = Math.Sqrt(energy / inside.Count(true));
        double Share((double Mean, int Count)[] lines) =>
            energy == 0 ? 0 : lines.Where(line => line.Count >= FewestInLine).Sum(line => line.Mean * line.Mean * line.Count) / energy;
        var strong = rows.Where(y => rowMeans[y].Count >= FewestInLine && Math.Abs(rowMeans[y].Mean) > contrast / 2).ToArray();
        var changes = Enumerable.Range(1, Math.Max(0, strong.Length - 1))
            .Where(i => Math.Sign(rowMeans[strong[i]].Mean) != Math.Sign(rowMeans[strong[i - 1]].Mean)).ToArray();
        return new Trunk
        {
            Contrast = contrast,
            Lines = Share(rowMeans),
            Columns = Share(columnMeans),
            Changes = changes.Length,
            Reach = changes.Length == 0 ? 0 : (double)(strong[changes[^1]] - strong[changes[0] - 1]) / rows.Length,
        };
    }

    private static double Part(Silhouette silhouette, int y) => (double)(y - silhouette.Top) / Math.Max(silhouette.Height - 1, 1);

    private static bool[] Inside(Garment garment)
    {
        const int size = Silhouette.Size;
        var (silhouette, inside, half) = (garment.Silhouette, new bool[size * size], s_half[garment.Label]);
        var middle = (silhouette.Left + silhouette.Right) / 2.0;
        for (var y = Around; y < size - Around; y++)
            for (var x = Around; x < size - Around; x++)
                inside[y * size + x] = Math.Abs(x - middle) <= half && Part(silhouette, y) is >= From and <= To
                    && Surroundings(y, x).All(place => silhouette.Has(place / size, place % size));
        return inside;
    }

    private static double[] Detail(byte[] pixels, bool[] inside)
    {
        const int size = Silhouette.Size;
        var detail = new double[inside.Length];
        for (var place = 0; place < inside.Length; place++)
            if (inside[place])
                detail[place] = pixels[place]
                    - Surroundings(place / size, place % size).Where(other => inside[other]).Average(other => pixels[other]);
        return detail;
    }

    /// <summary>The 5 x 5 places around one that is not at the picture's edge.</summary>
    private static IEnumerable<int> Surroundings(int y, int x)
    {
        for (var dy = -Around; dy <= Around; dy++)
            for (var dx = -Around; dx <= Around; dx++)
                yield return (y + dy) * Silhouette.Size + x + dx;
    }

    /// <summary>Mean and number of the trunk's pixels in each line.</summary>
    /// <param name="detail">All pixels' detail.</param>
    /// <param name="inside">Which are the trunk's.</param>
    /// <param name="along">From a pixel to the next of its line.</param>
    /// <param name="across">From a line to the next.</param>
    private static (double Mean, int Count)[] Means(double[] detail, bool[] inside, int along, int across)
    {
        var means = new (double, int)[Silhouette.Size];
        for (var line = 0; line < Silhouette.Size; line++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < Silhouette.Size; i++)
                if (inside[line * across + i * along])
                    (sum, count) = (sum + detail[line * across + i * along], count + 1);
            means[line] = (count == 0 ? 0 : sum / count, count);
        }

        return means;
    }
}
