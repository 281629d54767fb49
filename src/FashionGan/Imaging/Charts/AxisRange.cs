namespace FashionGanTf.Imaging.Charts;

/// <summary>How long axes must be for their series.</summary>
internal static class AxisRange
{
    /// <summary>The room above and below the curves, as a share of the axis.</summary>
    private const double Margin = 0.05;

    /// <summary>The share of a light curve's points at either end that need not fit.</summary>
    private const double Outside = 0.005;

    internal static (double From, double To) OfX(IEnumerable<Panel> panels) =>
        Of(panels.SelectMany(panel => panel.Series).SelectMany(series => series.Pieces()).SelectMany(piece => piece)
            .Select(point => point.X));

    internal static (double From, double To) OfY(Panel panel)
    {
        var (from, to) = Of(panel.Series.SelectMany(Needed));
        var (more, filled) = (Margin * (to - from), panel.Series.Any(HasArea));
        // Areas stand on the axis.
        return (filled && from >= 0 ? 0 : from - more, to + more);
    }

    internal static bool HasArea(Series series) => series.Style is SeriesStyle.Filled or SeriesStyle.Area;

    private static IEnumerable<double> Needed(Series series)
    {
        var values = series.Pieces().SelectMany(piece => piece).Select(point => point.Y);
        if (HasArea(series))
            return values.Append(0);
        if (series.Style != SeriesStyle.Light)
            return values;
        var sorted = values.Order().ToArray();
        var outside = (int)(Outside * sorted.Length);
        return sorted.Length == 0 ? [] : [sorted[outside], sorted[^(1 + outside)]];
    }

    private static (double From, double To) Of(IEnumerable<double> values)
    {
        var (from, to) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (from, to) = (Math.Min(from, value), Math.Max(to, value));
        return from <= to ? (from, to) : (0, 1);
    }
}
