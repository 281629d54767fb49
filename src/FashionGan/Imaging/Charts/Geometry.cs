namespace FashionGanTf.Imaging.Charts;

/// <summary>A place on a chart: to the right and down from its top left corner.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>An upright rectangle of a chart.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    internal double Width => Right - Left;

    internal double Height => Bottom - Top;

    /// <summary>Its corners, once around.</summary>
    internal Point[] Corners => [new(Left, Top), new(Right, Top), new(Right, Bottom), new(Left, Bottom)];
}
