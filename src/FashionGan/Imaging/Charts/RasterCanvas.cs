namespace FashionGanTf.Imaging.Charts;

/// <summary>Draws pixels, every edge smoothed by how much of a pixel is covered.</summary>
internal sealed class RasterCanvas : ICanvas
{
    private readonly double _scale;
    private readonly Coverage _coverage;
    private (int Left, int Top, int Right, int Bottom) _clip;

    /// <summary>A white canvas.</summary>
    /// <param name="width">In the chart's units.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="scale">Pixels in a unit.</param>
    internal RasterCanvas(int width, int height, int scale)
    {
        _scale = scale;
        Image = new Bitmap(width * scale, height * scale, 3);
        Image.Pixels.AsSpan().Fill(255);
        _coverage = new Coverage(Image.Width, Image.Height);
        Clip(null);
    }

    /// <summary>What was drawn so far, RGB.</summary>
    internal Bitmap Image { get; }

    public void Area(IReadOnlyList<Point> outline, Rgb colour, double opacity = 1)
    {
        if (outline.Count == 0)
            return;
        _coverage.AddArea([.. outline.Select(Pixel)]);
        _coverage.Paint(Image, colour, opacity, _clip);
    }

    public void Line(IReadOnlyList<Point> points, Rgb colour, double width, double opacity = 1)
    {
        AddLine([.. points.Select(Pixel)], width);
        _coverage.Paint(Image, colour, opacity, _clip);
    }

    public void Disc(Point centre, double radius, Rgb colour) => Line([centre], colour, 2 * radius);

    public void Text(string text, Point at, double size, Anchor anchor, bool upwards = false)
    {
        var before = anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 } * StrokeFont.Width(text, size);
        foreach (var stroke in StrokeFont.Strokes(text, size))
            AddLine(Array.ConvertAll(stroke, p => Pixel(
                upwards ? new Point(at.X + p.Y, at.Y - p.X + before) : new Point(at.X + p.X - before, at.Y + p.Y))), StrokeFont.Pen * size);
        _coverage.Paint(Image, Palette.Ink, 1, _clip);
    }

    public void Clip(Box? box) => _clip = box is { } b
        ? ((int)Math.Round(b.Left * _scale), (int)Math.Round(b.Top * _scale), (int)Math.Round(b.Right * _scale),
            (int)Math.Round(b.Bottom * _scale))
        : (0, 0, Image.Width, Image.Height);

    private void AddLine(Point[] pixels, double width)
    {
        for (var i = 0; i < Math.Max(pixels.Length - 1, 1) && pixels.Length > 0; i++)
            _coverage.AddLine(pixels[i], pixels[Math.Min(i + 1, pixels.Length - 1)], width * _scale / 2);
    }

    private Point Pixel(Point point) => new(point.X * _scale, point.Y * _scale);
}
