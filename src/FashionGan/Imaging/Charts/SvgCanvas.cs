using System.Globalization;
using System.Security;
using System.Text;

namespace FashionGanTf.Imaging.Charts;

/// <summary>Writes SVG: a small file of plain shapes and text, which any browser shows.</summary>
internal sealed class SvgCanvas : ICanvas
{
    private readonly StringBuilder _text = new();
    private int _clips;
    private bool _clipped;

    /// <summary>A white canvas.</summary>
    /// <param name="width">In the chart's units.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="title">What the picture shows, for those who do not see it.</param>
    internal SvgCanvas(int width, int height, string title) => _text
        .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
        .Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ")
        .Append("font-family=\"Helvetica, Arial, sans-serif\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n")
        .Append(CultureInfo.InvariantCulture, $"<title>{SecurityElement.Escape(title)}</title>\n")
        .Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");

    public void Area(IReadOnlyList<Point> outline, Rgb colour, double opacity = 1)
    {
        if (outline.Count > 0)
            _text.Append(CultureInfo.InvariantCulture,
                $"<polygon fill=\"{colour}\"{Opacity("fill", opacity)} points=\"{Points(outline)}\"/>\n");
    }

    public void Line(IReadOnlyList<Point> points, Rgb colour, double width, double opacity = 1)
    {
        if (points.Count > 0)
            _text.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" " +
                $"stroke-width=\"{Number(width)}\"{Opacity("stroke", opacity)} points=\"{Points(points)}\"/>\n");
    }

    public void Disc(Point centre, double radius, Rgb colour) =>
        _text.Append(CultureInfo.InvariantCulture,
            $"<circle cx=\"{Number(centre.X)}\" cy=\"{Number(centre.Y)}\" r=\"{Number(radius)}\" fill=\"{colour}\"/>\n");

    public void Text(string text, Point at, double size, Anchor anchor, bool upwards = false)
    {
        var place = upwards
            ? $"transform=\"translate({Number(at.X)} {Number(at.Y)}) rotate(-90)\""
            : $"x=\"{Number(at.X)}\" y=\"{Number(at.Y)}\"";
        var aligned = anchor switch { Anchor.Start => "", Anchor.Middle => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
        _text.Append(CultureInfo.InvariantCulture,
            $"<text {place} font-size=\"{Number(size)}\"{aligned} fill=\"{Palette.Ink}\">{SecurityElement.Escape(text)}</text>\n");
    }

    public void Clip(Box? box)
    {
        if (_clipped)
            _text.Append("</g>\n");
        _clipped = box is not null;
        if (box is not { } b)
            return;
        _clips++;
        _text
            .Append(CultureInfo.InvariantCulture, $"<clipPath id=\"frame{_clips}\"><rect x=\"{Number(b.Left)}\" y=\"{Number(b.Top)}\" " +
                $"width=\"{Number(b.Width)}\" height=\"{Number(b.Height)}\"/></clipPath>\n")
            .Append(CultureInfo.InvariantCulture, $"<g clip-path=\"url(#frame{_clips})\">\n");
    }

    /// <summary>The file's text, when all is drawn.</summary>
    internal string End() => _text.Append("</svg>\n").ToString();

    private static string Opacity(string what, double opacity) => opacity < 1 ? $" {what}-opacity=\"{Number(opacity)}\"" : "";

    private static string Points(IEnumerable<Point> points) =>
        string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    /// <summary>A tenth of a unit is finer than a screen shows; hundredths serve opacities.</summary>
    private static string Number(double value) => Math.Round(value, Math.Abs(value) < 10 ? 2 : 1).ToString(CultureInfo.InvariantCulture);
}
