namespace FashionGanTf.Imaging;

/// <summary>Many pictures of one size laid out in rows and columns.</summary>
public static class ImageGrid
{
    /// <summary>Lays pictures out from the top left, row by row.</summary>
    /// <param name="images">At least one picture; all of one size and kind.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="padding">Pixels between two pictures.</param>
    /// <param name="fill">The value of every channel there and in places that are left over.</param>
    /// <exception cref="ArgumentException">There are none or too many pictures, or they differ in size.</exception>
    public static Bitmap Compose(IReadOnlyList<Bitmap> images, int columns, int rows, int padding = 0, byte fill = 0)
    {
        if (columns < 1 || rows < 1 || padding < 0)
            throw new ArgumentException(
                $"A grid has at least one column and row and no negative padding; this would be {columns}x{rows} with {padding}.");
        if (images.Count == 0 || images.Count > (long)columns * rows)
            throw new ArgumentException($"A grid of {columns}x{rows} takes 1 to {(long)columns * rows} pictures, not {images.Count}.");
        var (width, height, channels) = (images[0].Width, images[0].Height, images[0].Channels);
        var grid = new Bitmap(checked(columns * (width + padding) - padding), checked(rows * (height + padding) - padding), channels);
        grid.Pixels.AsSpan().Fill(fill);
        for (var i = 0; i < images.Count; i++)
        {
            var image = images[i];
            if (image.Width != width || image.Height != height || image.Channels != channels)
                throw new ArgumentException($"Picture {i} is {image.Width}x{image.Height}x{image.Channels}, the first is " +
                    $"{width}x{height}x{channels}; a grid needs one size.");
            int left = i % columns * (width + padding) * channels, top = i / columns * (height + padding);
            for (var y = 0; y < height; y++)
                image.Row(y).CopyTo(grid.Row(top + y)[left..]);
        }

        return grid;
    }
}
