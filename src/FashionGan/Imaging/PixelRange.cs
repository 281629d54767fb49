using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Imaging;

/// <summary>Between the network's numbers, -1 (black) to 1 (white), and a picture's bytes, 0 to 255.</summary>
public static class PixelRange
{
    /// <summary>The pictures of a batch: (x + 1) * 127.5, rounded to the nearest, what lies outside cut off.</summary>
    /// <param name="images">float32 of shape (N, H, W, 1) or (N, H, W, 3).</param>
    /// <exception cref="ArgumentException">It is of another type or shape.</exception>
    public static Bitmap[] ToBitmaps(Tensor images)
    {
        if (images.ndim != 4 || images.shape[3] is not (1 or 3))
            throw new ArgumentException($"Pictures have the shape (N, H, W, 1) or (N, H, W, 3), not {images.shape}.");
        var values = images.ToArray<float>();
        var (height, width, channels) = ((int)images.shape[1], (int)images.shape[2], (int)images.shape[3]);
        var bitmaps = new Bitmap[images.shape[0]];
        for (var i = 0; i < bitmaps.Length; i++)
        {
            bitmaps[i] = new Bitmap(width, height, channels);
            var pixels = bitmaps[i].Pixels;
            ToBytes(values.AsSpan(i * pixels.Length, pixels.Length), pixels);
        }

        return bitmaps;
    }

    /// <summary>A batch's numbers from its pictures' bytes: x / 127.5 - 1.</summary>
    /// <param name="pixels">uint8 of any shape.</param>
    /// <returns>float32 of the same shape.</returns>
    public static Tensor FromPixels(Tensor pixels) => tf.cast(pixels, TF_DataType.TF_FLOAT) / 127.5f - 1f;

    /// <summary>The same of one byte.</summary>
    internal static float FromPixel(byte pixel) => pixel / 127.5f - 1f;

    private static void ToBytes(ReadOnlySpan<float> values, Span<byte> pixels)
    {
        for (var i = 0; i < values.Length; i++)
            // What is not a number becomes 0: Math.Clamp would hand it on, and the conversion is then undefined.
            pixels[i] = float.IsNaN(values[i]) ? (byte)0 : (byte)Math.Round(Math.Clamp((values[i] + 1) * 127.5f, 0, 255));
    }
}
