namespace FashionGanTf.Imaging.Charts;

/// <summary>Leaves out of a line what nobody would see: a curve of a million steps is as quickly drawn as one of a thousand.</summary>
internal static class LineReduction
{
    /// <summary>The same line with at most two points, the highest and the lowest, for each unit of width; its two ends stay.</summary>
    /// <param name="line">Points on a chart, from left to right.</param>
    internal static List<Point> Of(List<Point> line)
    {
        if (line.Count <= 4)
            return line;
        var shown = new List<Point> { line[0] };
        for (var first = 1; first < line.Count - 1;)
        {
            var (low, high, next) = (first, first, first + 1);
            for (; next < line.Count - 1 && Math.Floor(line[next].X) == Math.Floor(line[first].X); next++)
            {
                if (line[next].Y < line[low].Y)
                    low = next;
                if (line[next].Y > line[high].Y)
                    high = next;
            }

            shown.Add(line[Math.Min(low, high)]);
            if (low != high)
                shown.Add(line[Math.Max(low, high)]);
            first = next;
        }

        shown.Add(line[^1]);
        return shown;
    }
}
