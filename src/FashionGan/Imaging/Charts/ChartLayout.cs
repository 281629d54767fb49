namespace FashionGanTf.Imaging.Charts;

/// <summary>Where everything of a chart lies. A panel's legend has its own rows above the frame, so that it never covers a curve.</summary>
internal sealed class ChartLayout
{
    internal const double TitleSize = 18;
    internal const double TextSize = 13;

    /// <summary>The line that stands for a curve in a legend.</summary>
    internal const double SampleWidth = 24;

    private const double Margin = 18;
    private const double Line = 22;
    private const double Space = 8;
    private const double BetweenEntries = 22;
    private const double WidthOfTick = 70;
    private const double HeightOfTick = 40;

    internal ChartLayout(Chart chart)
    {
        var weights = chart.Panels.Sum(panel => panel.Weight);
        var (fromX, toX) = chart.XRange ?? AxisRange.OfX(chart.Panels);
        var top = Margin + TitleSize + Space;
        // Below the last frame: its numbers and the axis' title.
        var bottom = chart.Height - Margin - 2 * Line + Space;
        // How wide the numbers are decides where frames begin, and nothing about their height.
        var axes = chart.Panels.Select(panel =>
        {
            var (from, to) = panel.YRange ?? AxisRange.OfY(panel);
            return Axis.Of(from, to, (int)Math.Max(2, (bottom - top) * panel.Weight / weights / HeightOfTick));
        }).ToList();
        var left = Margin + Line + Space + axes.SelectMany(axis => axis.Labels).Max(label => StrokeFont.Width(label, TextSize));
        var right = chart.Width - Margin - Space;
        X = Axis.Of(fromX, toX, (int)Math.Max(2, (right - left) / WidthOfTick), chart.WholeX);
        TitleAt = new Point(Snap(left), Margin + TitleSize * StrokeFont.CapHeight);

        var legends = chart.Panels.Select(panel => Entries(panel, left, right)).ToList();
        var heights = bottom - top - legends.Sum(legend => legend.Rows * Line) - Space * (chart.Panels.Count - 1);
        var panels = new List<PanelLayout>();
        for (var i = 0; i < chart.Panels.Count; i++)
        {
            var frameTop = top + legends[i].Rows * Line;
            var frameBottom = frameTop + heights * chart.Panels[i].Weight / weights;
            panels.Add(new PanelLayout(
                chart.Panels[i],
                new Box(Snap(left), Snap(frameTop), Snap(right), Snap(frameBottom)),
                axes[i],
                [.. legends[i].Entries.Select(entry =>
                    entry with { Box = new Box(entry.Box.Left, top + entry.Box.Top, entry.Box.Right, top + entry.Box.Bottom) })]));
            top = frameBottom + Space;
        }

        Panels = panels;
    }

    internal Point TitleAt { get; }

    /// <summary>The axis that all panels share.</summary>
    internal Axis X { get; }

    internal IReadOnlyList<PanelLayout> Panels { get; }

    /// <summary>The baseline of the axis' title.</summary>
    internal double XTitleAt => Panels[^1].Frame.Bottom + 2 * Line - Space / 2;

    /// <summary>The middle of a pixel: a line of one pixel's width is sharp there.</summary>
    internal static double Snap(double value) => Math.Floor(value) + 0.5;

    /// <summary>The entries of a legend, in rows that begin at 0.</summary>
    private static (int Rows, List<LegendEntry> Entries) Entries(Panel panel, double left, double right)
    {
        var entries = new List<LegendEntry>();
        var (x, row) = (left, 0);
        foreach (var series in panel.Series.Where(series => series.Name is not null))
        {
            var width = SampleWidth + Space + StrokeFont.Width(series.Name!, TextSize);
            if (x > left && x + width > right)
                (x, row) = (left, row + 1);
            entries.Add(new LegendEntry(series, new Box(x, row * Line, x + width, (row + 1) * Line)));
            x += width + BetweenEntries;
        }

        return (entries.Count == 0 ? 0 : row + 1, entries);
    }
}

/// <summary>Where a panel lies.</summary>
internal sealed record PanelLayout(Panel Panel, Box Frame, Axis Y, IReadOnlyList<LegendEntry> Legend);

/// <summary>A curve's name beside a sample of it.</summary>
internal sealed record LegendEntry(Series Series, Box Box);
