namespace FashionGanTf.Imaging.Charts;

/// <summary>What a chart is drawn on. Lengths are in the chart's units, about a pixel of a screen each.</summary>
internal interface ICanvas
{
    /// <summary>Fills what an outline encloses; the last point joins the first.</summary>
    void Area(IReadOnlyList<Point> outline, Rgb colour, double opacity = 1);

    /// <summary>Draws a line through points, with round ends and corners.</summary>
    void Line(IReadOnlyList<Point> points, Rgb colour, double width, double opacity = 1);

    /// <summary>Fills a circle.</summary>
    void Disc(Point centre, double radius, Rgb colour);

    /// <summary>Writes a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A point of its baseline; which one, <paramref name="anchor"/> says.</param>
    /// <param name="size">The font's size; capital letters are 0.72 of it high.</param>
    /// <param name="anchor">Where on the baseline the point lies.</param>
    /// <param name="upwards">Whether it runs from below upwards.</param>
    void Text(string text, Point at, double size, Anchor anchor, bool upwards = false);

    /// <summary>What is drawn from now on shows within this box only; null for everywhere.</summary>
    void Clip(Box? box);
}

/// <summary>Where on a text's baseline its place lies.</summary>
internal enum Anchor
{
    /// <summary>Where it begins.</summary>
    Start,

    /// <summary>In its middle.</summary>
    Middle,

    /// <summary>Where it ends.</summary>
    End,
}
