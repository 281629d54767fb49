using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Datasets;

/// <summary>Reads the pictures of a batch.</summary>
/// <param name="rows">All pictures.</param>
/// <param name="size">Pictures in a batch.</param>
/// <param name="flip">Whether each is mirrored with a probability of one half.</param>
internal sealed class PictureBatch(PictureRows rows, int size, bool flip)
{
    /// <summary>The last batch's bytes, for the next: they are too many for the young generation. A walk that finds none makes its
    /// own.</summary>
    private byte[]? _pixels;

    /// <summary>The pictures of some numbers, scaled to [-1, 1].</summary>
    /// <param name="numbers">int32, as many as a batch has.</param>
    /// <returns>float32 (N, H, W, C).</returns>
    /// <exception cref="IOException">They cannot be read.</exception>
    internal Tensor Read(Tensor numbers)
    {
        var shape = rows.Shape;
        var pixels = Interlocked.Exchange(ref _pixels, null) ?? new byte[size * shape.Bytes];
        rows.Read(numbers.ToArray<int>(), pixels);
        if (flip)
            Flip(pixels);
        // Arrays outlive the batch's scope: these go at once, not when the garbage collector comes.
        using var bytes = np.array(pixels);
        using var pictures = bytes.reshape((size, shape.Size, shape.Size, shape.Channels));
        _pixels = pixels;
        return PixelRange.FromPixels(pictures);
    }

    /// <summary>Mirrors a picture's bytes left to right.</summary>
    internal static void Mirror(Span<byte> picture, PictureShape shape)
    {
        var (width, channels) = (shape.Size, shape.Channels);
        for (; picture.Length > 0; picture = picture[(width * channels)..])
            for (var x = 0; x < width / 2; x++)
                for (var c = 0; c < channels; c++)
                {
                    ref var left = ref picture[x * channels + c];
                    ref var right = ref picture[(width - 1 - x) * channels + c];
                    (left, right) = (right, left);
                }
    }

    /// <summary>
    /// Throws a coin for each picture. The numbers come from the stream that the walk over the data has of its own: without this nothing
    /// else changes, and a run that is resumed within an epoch walks to its place again and throws the same coins.
    /// </summary>
    private void Flip(Span<byte> pixels)
    {
        var coins = tf.random.uniform(size).ToArray<float>();
        for (var i = 0; i < size; i++)
            if (coins[i] < 0.5f)
                Mirror(pixels.Slice(i * rows.Shape.Bytes, rows.Shape.Bytes), rows.Shape);
    }
}
