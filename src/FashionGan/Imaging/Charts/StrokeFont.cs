using System.Globalization;

namespace FashionGanTf.Imaging.Charts;

/// <summary>
/// A font of strokes of our own, for any size: each letter is a few lines and arcs that are drawn with a round pen. It has the printable
/// characters of ASCII; any other is drawn as a question mark.
/// </summary>
internal static class StrokeFont
{
    /// <summary>The pen's width for a font of size 1.</summary>
    internal const double Pen = 0.082;

    /// <summary>The height of capital letters for a font of size 1.</summary>
    internal const double CapHeight = 0.72;

    /// <summary>The height of capital letters in the glyphs' own units.</summary>
    private const double UnitsOfCapital = 20;

    private const double Unit = CapHeight / UnitsOfCapital;
    private const double Gap = 5.4;
    private const double DegreesOfPiece = 12;

    private static readonly Dictionary<char, Glyph> s_glyphs = StrokeGlyphs.All.ToDictionary(item => item.Key, item => Parse(item.Value));

    private sealed record Glyph(double Width, Point[][] Strokes);

    /// <summary>How long a line of text is.</summary>
    internal static double Width(string text, double size) =>
        text.Length == 0 ? 0 : (text.Sum(letter => Of(letter).Width + Gap) - Gap) * Unit * size;

    /// <summary>The strokes of a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size.</param>
    /// <returns>Lines through points, to the right of and, on a chart, above the place where the text's baseline begins.</returns>
    internal static IEnumerable<Point[]> Strokes(string text, double size)
    {
        var left = 0.0;
        foreach (var letter in text)
        {
            var glyph = Of(letter);
            foreach (var stroke in glyph.Strokes)
                yield return Array.ConvertAll(stroke, point => new Point((left + point.X) * Unit * size, -point.Y * Unit * size));
            left += glyph.Width + Gap;
        }
    }

    private static Glyph Of(char letter) => s_glyphs.TryGetValue(letter, out var glyph) ? glyph : s_glyphs['?'];

    /// <summary>
    /// A glyph from its text: its width and a colon; then strokes with bars between them; each of places <c>x,y</c> and arcs
    /// <c>x,y,rx,ry,from,to</c> around x, y, in degrees against the clock from the right. Up from the baseline is positive.
    /// </summary>
    private static Glyph Parse(string text)
    {
        var parts = text.Split(':', 2);
        return new Glyph(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            [.. parts[1].Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(stroke => stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Piece).ToArray())]);
    }

    private static IEnumerable<Point> Piece(string text)
    {
        var n = Array.ConvertAll(text.Split(','), number => double.Parse(number, CultureInfo.InvariantCulture));
        if (n.Length == 2)
            return [new Point(n[0], n[1])];
        var count = (int)Math.Ceiling(Math.Abs(n[5] - n[4]) / DegreesOfPiece);
        return Enumerable.Range(0, count + 1).Select(i =>
        {
            var (sin, cos) = Math.SinCos((n[4] + (n[5] - n[4]) * i / count) * Math.PI / 180);
            return new Point(n[0] + n[2] * cos, n[1] + n[3] * sin);
        });
    }
}
