using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace FashionGanTf.Imaging;

/// <summary>Makes pictures larger: each pixel becomes a square of equal ones, or the picture is resampled smoothly.</summary>
public static class Enlargement
{
    /// <summary>The most times that a side may grow.</summary>
    public const int Most = 32;

    /// <summary>A larger picture whose pixels are squares; the picture itself at scale 1.</summary>
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

    /// <summary>A larger picture without squares, resampled by Lanczos' windowed sinc of three lobes; the picture itself at scale
    /// 1.</summary>
    /// <inheritdoc cref="Of"/>
    public static Bitmap Smooth(Bitmap image, int scale) => scale == 1 ? image : image.Channels switch
    {
        1 => Smooth<L8>(image, scale),
        3 => Smooth<Rgb24>(image, scale),
        _ => Smooth<Rgba32>(image, scale),
    };

    private static Bitmap Smooth<TPixel>(Bitmap image, int scale)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Most);
        using var small = SixLabors.ImageSharp.Image.LoadPixelData<TPixel>(image.Pixels, image.Width, image.Height);
        small.Mutate(context => context.Resize(image.Width * scale, image.Height * scale, KnownResamplers.Lanczos3));
        var large = new Bitmap(small.Width, small.Height, image.Channels);
        small.CopyPixelDataTo(large.Pixels);
        return large;
    }
}
