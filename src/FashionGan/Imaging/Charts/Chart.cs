namespace FashionGanTf.Imaging.Charts;

/// <summary>A picture of numbers: panels below each other that share the axis to the right.</summary>
/// <param name="Title">Stands above it.</param>
/// <param name="XTitle">What is counted to the right.</param>
/// <param name="Panels">At least one, from the top.</param>
public sealed record Chart(string Title, string XTitle, IReadOnlyList<Panel> Panels)
{
    /// <summary>In units, each about a pixel of a screen; the PNG has <see cref="ChartFiles.PixelsOfUnit"/> for each.</summary>
    public int Width { get; init; } = 860;

    /// <summary>Likewise.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Whether only whole numbers are marked to the right, as for epochs.</summary>
    public bool WholeX { get; init; }

    /// <summary>Where the axis to the right begins and ends; null for where the series do.</summary>
    public (double From, double To)? XRange { get; init; }
}

/// <summary>A frame with curves.</summary>
/// <param name="YTitle">What is counted upwards.</param>
/// <param name="Series">The curves, in the legend's order; later ones are drawn over earlier ones,
/// but light ones behind all others.</param>
public sealed record Panel(string YTitle, IReadOnlyList<Series> Series)
{
    /// <summary>Where the axis upwards begins and ends; null for a little more than what the series need.</summary>
    public (double From, double To)? YRange { get; init; }

    /// <summary>Its share of the chart's height, beside the others'.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>A curve.</summary>
/// <param name="Name">What the legend calls it; null for a curve that has no entry.</param>
/// <param name="X">Numbers to the right, in their order.</param>
/// <param name="Y">As many numbers upwards. The curve has a gap where one is not finite.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record Series(string? Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, Rgb Colour,
    SeriesStyle Style = SeriesStyle.Line)
{
    /// <summary>The curve's points, as far as they are finite: a list for each piece between two gaps.</summary>
    internal IEnumerable<List<Point>> Pieces()
    {
        var piece = new List<Point>();
        for (var i = 0; i < X.Count; i++)
            if (double.IsFinite(X[i]) && double.IsFinite(Y[i]))
                piece.Add(new Point(X[i], Y[i]));
            else if (piece.Count > 0)
            {
                yield return piece;
                piece = [];
            }

        if (piece.Count > 0)
            yield return piece;
    }
}

/// <summary>How a curve is drawn.</summary>
public enum SeriesStyle
{
    /// <summary>A strong line, with a mark at each point where there are not too many.</summary>
    Line,

    /// <summary>A thin, light line behind the strong ones; its outermost hundredth may leave the frame.</summary>
    Light,

    /// <summary>A strong line over a light area that reaches down to 0.</summary>
    Filled,

    /// <summary>An area that reaches down to 0, without a line.</summary>
    Area,
}
