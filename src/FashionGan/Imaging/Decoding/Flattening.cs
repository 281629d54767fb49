using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>Lays transparent pixels on a background, turns colours to gray, and takes pixels out.</summary>
internal static class Flattening
{
    /// <summary>Lays a picture on a background; afterwards no pixel is transparent.</summary>
    internal static void Flatten(Image<Rgba32> image, Rgb24 background) => image.ProcessPixelRows(rows =>
    {
        for (var y = 0; y < rows.Height; y++)
            foreach (ref var pixel in rows.GetRowSpan(y))
                if (pixel.A != byte.MaxValue)
                    pixel = On(pixel, background);
    });

    /// <summary>Turns colours to gray with the weights of Rec. 709 (ITU-R BT.709-6, 3.2), as L8 of ImageSharp has them; gray stays as it
    /// is.</summary>
    internal static void ToGray(Image<Rgba32> image) => image.ProcessPixelRows(rows =>
    {
        for (var y = 0; y < rows.Height; y++)
            foreach (ref var pixel in rows.GetRowSpan(y))
            {
                var gray = Gray(pixel.R, pixel.G, pixel.B);
                pixel = new Rgba32(gray, gray, gray);
            }
    });

    /// <summary>The brightness of a colour, rounded.</summary>
    internal static byte Gray(byte red, byte green, byte blue) => (byte)(0.2126f * red + 0.7152f * green + 0.0722f * blue + 0.5f);

    /// <summary>The mean colour of the four corners, as they look on white.</summary>
    internal static Rgb24 Corners(Image<Rgba32> image)
    {
        Span<int> sums = [0, 0, 0];
        foreach (var (x, y) in (ReadOnlySpan<(int, int)>)
            [(0, 0), (image.Width - 1, 0), (0, image.Height - 1), (image.Width - 1, image.Height - 1)])
        {
            var pixel = On(image[x, y], new Rgb24(byte.MaxValue, byte.MaxValue, byte.MaxValue));
            sums[0] += pixel.R;
            sums[1] += pixel.G;
            sums[2] += pixel.B;
        }

        return new Rgb24((byte)((sums[0] + 2) / 4), (byte)((sums[1] + 2) / 4), (byte)((sums[2] + 2) / 4));
    }

    /// <summary>The pixels of a picture without transparent ones, in one channel where all have R = G = B.</summary>
    internal static Bitmap ToBitmap(Image<Rgba32> image)
    {
        var colour = new Bitmap(image.Width, image.Height, 3);
        CopyPixels(image, colour.Pixels, 3);
        return colour.IsGray ? colour.ToGray() : colour;
    }

    /// <summary>Copies a picture's pixels.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="pixels">Room for all.</param>
    /// <param name="channels">3 for red, green and blue, 1 for red alone.</param>
    internal static void CopyPixels(Image<Rgba32> image, Memory<byte> pixels, int channels)
    {
        var next = 0;
        image.ProcessPixelRows(rows =>
        {
            var target = pixels.Span;
            for (var y = 0; y < rows.Height; y++)
                foreach (var pixel in rows.GetRowSpan(y))
                {
                    target[next++] = pixel.R;
                    if (channels == 1)
                        continue;
                    target[next++] = pixel.G;
                    target[next++] = pixel.B;
                }
        });
    }

    private static Rgba32 On(Rgba32 pixel, Rgb24 background) => new(
        On(pixel.R, pixel.A, background.R), On(pixel.G, pixel.A, background.G), On(pixel.B, pixel.A, background.B));

    /// <summary>A sample over another: its share alpha / 255, rounded.</summary>
    private static byte On(byte sample, byte alpha, byte background) =>
        (byte)((2 * (sample * alpha + background * (byte.MaxValue - alpha)) + byte.MaxValue) / (2 * byte.MaxValue));
}
