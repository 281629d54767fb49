namespace FashionGanTf.Imaging.Charts;

/// <summary>Draws a chart on any canvas.</summary>
internal static class ChartPainter
{
    private const double Strong = 2.2;
    private const double Thin = 1;
    private const double LightOpacity = 0.38;
    private const double AreaOpacity = 0.3;
    private const double MarkRadius = 3.2;

    /// <summary>With more points than this marks would run into each other.</summary>
    private const int MostMarks = 60;

    private const double TickLength = 4;
    private const double LabelGap = 8;

    internal static void Paint(Chart chart, ICanvas canvas)
    {
        var layout = new ChartLayout(chart);
        canvas.Text(chart.Title, layout.TitleAt, ChartLayout.TitleSize, Anchor.Start);
        foreach (var panel in layout.Panels)
        {
            Grid(canvas, layout.X, panel);
            Frame(canvas, panel);
            Curves(canvas, layout.X, panel);
            foreach (var entry in panel.Legend)
                Entry(canvas, entry);
        }

        var last = layout.Panels[^1].Frame;
        for (var i = 0; i < layout.X.Ticks.Count; i++)
            canvas.Text(layout.X.Labels[i], new Point(last.Left + layout.X.Share(layout.X.Ticks[i]) * last.Width,
                last.Bottom + LabelGap + ChartLayout.TextSize), ChartLayout.TextSize, Anchor.Middle);
        canvas.Text(chart.XTitle, new Point((last.Left + last.Right) / 2, layout.XTitleAt), ChartLayout.TextSize, Anchor.Middle);
    }

    private static void Grid(ICanvas canvas, Axis xAxis, PanelLayout panel)
    {
        var frame = panel.Frame;
        foreach (var x in xAxis.Ticks.Select(tick => ChartLayout.Snap(frame.Left + xAxis.Share(tick) * frame.Width)))
        {
            canvas.Line([new(x, frame.Top), new(x, frame.Bottom)], Palette.Grid, Thin);
            canvas.Line([new(x, frame.Bottom), new(x, frame.Bottom + TickLength)], Palette.Frame, Thin);
        }

        for (var i = 0; i < panel.Y.Ticks.Count; i++)
        {
            var y = ChartLayout.Snap(frame.Bottom - panel.Y.Share(panel.Y.Ticks[i]) * frame.Height);
            canvas.Line([new(frame.Left, y), new(frame.Right, y)], Palette.Grid, Thin);
            canvas.Line([new(frame.Left - TickLength, y), new(frame.Left, y)], Palette.Frame, Thin);
            canvas.Text(panel.Y.Labels[i], new Point(frame.Left - LabelGap, y + ChartLayout.TextSize * StrokeFont.CapHeight / 2),
                ChartLayout.TextSize, Anchor.End);
        }
    }

    private static void Curves(ICanvas canvas, Axis xAxis, PanelLayout panel)
    {
        var frame = panel.Frame;
        Point Place(Point value) =>
            new(frame.Left + xAxis.Share(value.X) * frame.Width, frame.Bottom - panel.Y.Share(value.Y) * frame.Height);
        var lines = panel.Panel.Series.SelectMany(series =>
            series.Pieces().Select(piece => (Series: series, Line: LineReduction.Of(piece.ConvertAll(Place))))).ToList();
        var ground = Place(new Point(0, 0)).Y;
        canvas.Clip(frame);
        foreach (var (series, line) in lines.Where(item => AxisRange.HasArea(item.Series)))
            Area(canvas, series, [new(line[0].X, ground), .. line, new(line[^1].X, ground)]);
        // Light curves lie behind strong ones.
        foreach (var (series, line) in lines.Where(item => item.Series.Style != SeriesStyle.Area)
            .OrderBy(item => item.Series.Style != SeriesStyle.Light))
            Line(canvas, series, line);

        // Marks on the frame's edge are not cut.
        canvas.Clip(null);
        foreach (var series in panel.Panel.Series.Where(series => series.Style == SeriesStyle.Line && series.X.Count <= MostMarks))
            foreach (var point in series.Pieces().SelectMany(piece => piece))
                canvas.Disc(Place(point), MarkRadius, series.Colour);
    }

    private static void Frame(ICanvas canvas, PanelLayout panel)
    {
        var frame = panel.Frame;
        canvas.Line([.. frame.Corners, frame.Corners[0]], Palette.Frame, Thin);
        var middle = new Point(ChartLayout.TextSize + LabelGap, (frame.Top + frame.Bottom) / 2);
        canvas.Text(panel.Panel.YTitle, middle, ChartLayout.TextSize, Anchor.Middle, upwards: true);
    }

    private static void Entry(ICanvas canvas, LegendEntry entry)
    {
        var (series, box) = (entry.Series, entry.Box);
        var middle = (box.Top + box.Bottom) / 2;
        var sample =
            new Box(box.Left, middle - ChartLayout.TextSize / 2, box.Left + ChartLayout.SampleWidth, middle + ChartLayout.TextSize / 2);
        if (AxisRange.HasArea(series))
            Area(canvas, series, sample.Corners);
        var height = series.Style == SeriesStyle.Filled ? sample.Top : middle;
        if (series.Style != SeriesStyle.Area)
            Line(canvas, series, [new(sample.Left, height), new(sample.Right, height)]);

        canvas.Text(series.Name!, new Point(sample.Right + LabelGap, middle + ChartLayout.TextSize * StrokeFont.CapHeight / 2),
            ChartLayout.TextSize, Anchor.Start);
    }

    private static void Area(ICanvas canvas, Series series, Point[] outline)
    {
        // What areas have in common is one colour, its own, and not a mixture.
        if (series.Style == SeriesStyle.Area)
            canvas.Area(outline, Palette.White);
        canvas.Area(outline, series.Colour, AreaOpacity);
    }

    private static void Line(ICanvas canvas, Series series, IReadOnlyList<Point> line)
    {
        var light = series.Style == SeriesStyle.Light;
        canvas.Line(line, series.Colour, light ? Thin : Strong, light ? LightOpacity : 1);
    }
}
