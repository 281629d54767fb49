namespace FashionGanTf.Imaging.Charts;

/// <summary>How much of each pixel a shape covers, from 0 to 1: shapes are gathered here and then painted at once.</summary>
internal sealed class Coverage(int width, int height)
{
    private readonly float[] _share = new float[width * height];

    /// <summary>The pixels that may be covered.</summary>
    private (int Left, int Top, int Right, int Bottom) _touched = (width, height, 0, 0);

    /// <summary>
    /// Adds a line with round ends. A pixel is covered by as much as it lies within the pen's reach of its centre; where lines meet the
    /// larger share counts, so that corners are no darker.
    /// </summary>
    internal void AddLine(Point from, Point to, double radius)
    {
        var reach = radius + 1;
        var (left, top, right, bottom) = Touch(Math.Min(from.X, to.X) - reach, Math.Min(from.Y, to.Y) - reach,
            Math.Max(from.X, to.X) + reach, Math.Max(from.Y, to.Y) + reach);
        double dx = to.X - from.X, dy = to.Y - from.Y, square = dx * dx + dy * dy;
        for (var y = top; y < bottom; y++)
        {
            var row = _share.AsSpan(y * width, width);
            var py = y + 0.5 - from.Y;
            for (var x = left; x < right; x++)
            {
                var px = x + 0.5 - from.X;
                // The nearest point of the line.
                var t = square == 0 ? 0 : Math.Clamp((px * dx + py * dy) / square, 0, 1);
                double ex = px - t * dx, ey = py - t * dy;
                var share = (float)(radius + 0.5 - Math.Sqrt(ex * ex + ey * ey));
                if (share > row[x])
                    row[x] = Math.Min(share, 1);
            }
        }
    }

    /// <summary>Adds what an outline encloses, with the exact share of each pixel down to a sixteenth of its height.</summary>
    internal void AddArea(IReadOnlyList<Point> outline)
    {
        const int lines = 16;
        var (_, top, _, bottom) = Touch(outline.Min(point => point.X), outline.Min(point => point.Y), outline.Max(point => point.X) + 1,
            outline.Max(point => point.Y) + 1);
        var crossings = new List<double>();
        for (var line = top * lines; line < bottom * lines; line++)
        {
            var y = (line + 0.5) / lines;
            crossings.Clear();
            for (var i = 0; i < outline.Count; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
                if (a.Y <= y != b.Y <= y)
                    crossings.Add(a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
                AddSpan(line / lines, crossings[i], crossings[i + 1], 1f / lines);
        }
    }

    /// <summary>Paints what was added, and forgets it.</summary>
    /// <param name="image">RGB, of the same size.</param>
    /// <param name="colour">The paint.</param>
    /// <param name="opacity">How much of what lies below it hides.</param>
    /// <param name="clip">Pixels outside stay as they are.</param>
    internal void Paint(Bitmap image, Rgb colour, double opacity, (int Left, int Top, int Right, int Bottom) clip)
    {
        ReadOnlySpan<byte> paint = [colour.Red, colour.Green, colour.Blue];
        for (var y = _touched.Top; y < _touched.Bottom; y++)
        {
            var shares = _share.AsSpan(y * width, width);
            var pixels = image.Row(y);
            for (var x = Math.Max(_touched.Left, clip.Left); x < Math.Min(_touched.Right, clip.Right) && y >= clip.Top
                && y < clip.Bottom; x++)
            {
                var share = (float)opacity * Math.Min(shares[x], 1);
                if (share <= 0)
                    continue;
                for (var channel = 0; channel < 3; channel++)
                {
                    ref var pixel = ref pixels[3 * x + channel];
                    pixel = (byte)MathF.Round(pixel + (paint[channel] - pixel) * share);
                }
            }

            if (_touched.Right > _touched.Left)
                shares[_touched.Left.._touched.Right].Clear();
        }

        _touched = (width, height, 0, 0);
    }

    /// <summary>Adds a piece of a row, its two ends by their shares.</summary>
    private void AddSpan(int y, double from, double to, float share)
    {
        (from, to) = (Math.Clamp(from, 0, width), Math.Clamp(to, 0, width));
        var row = _share.AsSpan(y * width, width);
        for (var x = (int)from; x < to; x++)
            row[x] += share * (float)(Math.Min(x + 1, to) - Math.Max(x, from));
    }

    /// <summary>The pixels that a shape may touch, as far as there are any.</summary>
    private (int Left, int Top, int Right, int Bottom) Touch(double left, double top, double right, double bottom)
    {
        var box = (
            Left: (int)Math.Clamp(Math.Floor(left), 0, width), Top: (int)Math.Clamp(Math.Floor(top), 0, height),
            Right: (int)Math.Clamp(Math.Ceiling(right), 0, width), Bottom: (int)Math.Clamp(Math.Ceiling(bottom), 0, height));
        _touched = (Math.Min(_touched.Left, box.Left), Math.Min(_touched.Top, box.Top), Math.Max(_touched.Right, box.Right),
            Math.Max(_touched.Bottom, box.Bottom));
        return box;
    }
}
