using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Augmentation;

/// <summary>
/// What is usually done to pictures so that a classifier learns more from few: a shift by up to two pixels each way, a mirror image of
/// every second one, and random erasing (Zhong et al., Random Erasing Data Augmentation, 2017) with its settings for small pictures: every
/// second picture loses a rectangle of 0.02 to 0.4 of its area, 0.3 to 1/0.3 times as high as wide, to black.
/// </summary>
public static class ShiftFlipErase
{
    /// <summary>Pixels that a picture moves at most, each way.</summary>
    public const int MostShift = 2;

    private const float LeastArea = 0.02f;
    private const float MostArea = 0.4f;
    private const float LeastRatio = 0.3f;

    /// <summary>Random numbers for a picture.</summary>
    private const int Numbers = 8;

    /// <summary>Pictures changed at random, each in its own way.</summary>
    /// <param name="pictures">uint8 (N, H, W, channels).</param>
    /// <returns>The same shape; what moves in from outside is black.</returns>
    public static Tensor Apply(Tensor pictures) => Apply(pictures, tf.random.uniform((pictures.shape[0], Numbers)).ToArray<float>());

    /// <summary>Pictures changed as numbers say.</summary>
    /// <param name="pictures">uint8 (N, H, W, channels).</param>
    /// <param name="numbers">Eight in [0, 1) for each picture: shift right, shift down, whether to flip (below 0.5), whether to erase
    /// (below 0.5), and the rectangle's area, ratio of height to width, top and left.</param>
    internal static Tensor Apply(Tensor pictures, ReadOnlySpan<float> numbers)
    {
        var (height, width, channels) = ((int)pictures.shape[1], (int)pictures.shape[2], (int)pictures.shape[3]);
        var (from, size) = (pictures.ToArray<byte>(), height * width * channels);
        var to = new byte[from.Length];
        for (var i = 0; i * size < from.Length; i++)
            Change(from.AsSpan(i * size, size), to.AsSpan(i * size, size), height, width, channels, numbers.Slice(i * Numbers, Numbers));
        return np.array(to).reshape(pictures.shape);
    }

    private static void Change(ReadOnlySpan<byte> from, Span<byte> to, int height, int width, int channels,
        ReadOnlySpan<float> numbers)
    {
        var (right, down) = (Shift(numbers[0]), Shift(numbers[1]));
        var flips = numbers[2] < 0.5f;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                // Shifted after it was flipped.
                var (row, column) = (y - down, flips ? width - 1 - (x - right) : x - right);
                if (row >= 0 && row < height && column >= 0 && column < width)
                    from.Slice((row * width + column) * channels, channels).CopyTo(to[((y * width + x) * channels)..]);
            }

        if (numbers[3] < 0.5f)
            Erase(to, height, width, channels, numbers[4..]);
    }

    private static int Shift(float number) => (int)(number * (2 * MostShift + 1)) - MostShift;

    private static void Erase(Span<byte> picture, int height, int width, int channels, ReadOnlySpan<float> numbers)
    {
        var area = (LeastArea + numbers[0] * (MostArea - LeastArea)) * height * width;
        var ratio = LeastRatio + numbers[1] * (1 / LeastRatio - LeastRatio);
        // Where the paper would draw anew, because the rectangle is higher or wider than the picture, it is cut.
        var (high, wide) = (Math.Min((int)MathF.Round(MathF.Sqrt(area * ratio)), height),
            Math.Min((int)MathF.Round(MathF.Sqrt(area / ratio)), width));
        var (top, left) = ((int)(numbers[2] * (height - high + 1)), (int)(numbers[3] * (width - wide + 1)));
        for (var y = top; y < top + high; y++)
            picture.Slice((y * width + left) * channels, wide * channels).Clear();
    }
}
