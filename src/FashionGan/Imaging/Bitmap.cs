namespace FashionGanTf.Imaging;

/// <summary>A picture of 8-bit pixels, gray, RGB, or RGB with how opaque each pixel is.</summary>
public sealed class Bitmap
{
    /// <summary>A picture of the given pixels, which it keeps.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue, 4 for these and opacity.</param>
    /// <param name="pixels">Row by row from the top, the channels of a pixel side by side.</param>
    /// <exception cref="ArgumentException">The sizes make no picture, or the pixels do not fill it.</exception>
    public Bitmap(int width, int height, int channels, byte[] pixels)
    {
        if (width < 1 || height < 1)
            throw new ArgumentException($"A picture has at least one pixel, not {width} x {height}.");
        if (channels is not (1 or 3 or 4))
            throw new ArgumentException($"A picture has 1 channel (gray), 3 (RGB) or 4 (RGBA), not {channels}.");
        if (pixels.LongLength != (long)width * height * channels)
            throw new ArgumentException($"{pixels.Length} bytes do not fill {width} x {height} pixels of {channels}.");
        (Width, Height, Channels, Pixels) = (width, height, channels, pixels);
    }

    /// <summary>A black picture.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue, 4 for these and opacity.</param>
    /// <exception cref="ArgumentException">The sizes make no picture.</exception>
    public Bitmap(int width, int height, int channels = 1)
        : this(width, height, channels, new byte[Math.Max(0L, (long)width * height * channels)])
    {
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 for gray, 3 for red, green and blue, 4 for these and opacity.</summary>
    public int Channels { get; }

    /// <summary>Row by row from the top, the channels of a pixel side by side.</summary>
    public byte[] Pixels { get; }

    /// <summary>Whether all pixels have R = G = B, or one channel.</summary>
    public bool IsGray
    {
        get
        {
            for (var i = 0; i < Pixels.Length; i += Channels)
                if (Pixels[i] != Pixels[i + Channels - 1] || Pixels[i] != Pixels[i + Channels / 2])
                    return false;
            return true;
        }
    }

    /// <summary>The first channel alone, for a picture that <see cref="IsGray"/>.</summary>
    public Bitmap ToGray() => Channels == 1 ? this : new(Width, Height, 1, [.. Pixels.Where((_, i) => i % Channels == 0)]);

    /// <summary>The same picture in three channels.</summary>
    public Bitmap ToColour() => Channels == 3 ? this : new(Width, Height, 3, [.. Pixels.SelectMany(gray => new[] { gray, gray, gray })]);

    /// <summary>The bytes of a row.</summary>
    /// <param name="y">The row, 0 at the top.</param>
    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width * Channels, Width * Channels);
}
