namespace FashionGanTf.Imaging;

/// <summary>Makes pictures larger without blur: each pixel becomes a square of equal ones.</summary>
public static class Enlargement
{
    /// <summary>The most times that a side may grow.</summary>
    public const int Most = 32;

    /// <summary>A larger picture; the picture itself at scale 1.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="scale">How many pixels a side of a square has, 1 to <see cref="Most"/>.</param>
    public static Bitmap Of(Bitmap image, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Most);
        if (scale == 1)
            return image;
        var large = new Bitmap(checked(image.Width * scale), checked(image.Height * scale), image.Channels);
        for (var y = 0; y < image.Height; y++)
        {
            var source = image.Row(y);
            var row = large.Row(y * scale);
            for (var x = 0; x < large.Width; x++)
                source.Slice(x / scale * image.Channels, image.Channels).CopyTo(row[(x * image.Channels)..]);
            for (var copy = 1; copy < scale; copy++)
                row.CopyTo(large.Row(y * scale + copy));
        }

        return large;
    }
}
