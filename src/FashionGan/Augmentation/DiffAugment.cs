using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Augmentation;

/// <summary>
/// What real and drawn pictures go through before the discriminator sees them, in both players' steps (Zhao et al., Differentiable
/// Augmentation for Data-Efficient GAN Training, 2020). Each picture changes in its own way; gradients flow through to the pixels, once and
/// twice. A policy names what is done, in its order:
/// <list type="bullet">
/// <item><c>color</c>: brightness x + (u - 1/2), then saturation (x - m) 2u + m with m the mean over the channels (in gray nothing), then
/// contrast (x - m) (u + 1/2) + m with m the mean of the picture; a u in [0, 1) of each picture's own for each.</item>
/// <item><c>translation</c>: a shift by up to 1/8 of the side each way; the background moves in.</item>
/// <item><c>cutout</c>: a rectangle of half the height and width becomes 0, the middle between black and white, wherever its center lies in
/// the picture.</item>
/// </list>
/// The numbers come from the global stream of random numbers, as dropout's do.
/// </summary>
public sealed class DiffAugment
{
    private static readonly Dictionary<string, Func<DiffAugment, Tensor, Tensor>> s_changes = new()
    {
        ["color"] = (_, x) => Color(x),
        ["translation"] = (self, x) => Translation(x, self._background),
        ["cutout"] = (_, x) => Cutout(x),
    };

    private readonly string[] _policy;
    private readonly float[] _background;

    private DiffAugment(string[] policy, float[] background) => (_policy, _background) = (policy, background);

    /// <summary>The augmentation of a policy.</summary>
    /// <param name="policy">Some of <c>color</c>, <c>translation</c> and <c>cutout</c>, with commas between them, each once.</param>
    /// <param name="background">What moves in from outside, a number for each channel; none for -1, the black behind Fashion-MNIST's
    /// clothes.</param>
    /// <exception cref="ArgumentException">The policy is none; the one-line message says what it may hold.</exception>
    public static DiffAugment Parse(string policy, params float[] background)
    {
        var names = policy.Split(',', StringSplitOptions.TrimEntries);
        return names.All(s_changes.ContainsKey) && names.Distinct().Count() == names.Length
            ? new DiffAugment(names, background.Length == 0 ? [-1] : background)
            : throw new ArgumentException(
                $"'{policy}' is no policy of DiffAugment; it holds some of {string.Join(", ", s_changes.Keys)}, with commas between " +
                $"them, each once.");
    }

    /// <summary>The policy, as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join(",", _policy);

    /// <summary>Pictures changed at random.</summary>
    /// <param name="pictures">(N, H, W, 1) or (N, H, W, 3), in [-1, 1].</param>
    /// <returns>The same shape; brightness and contrast may lead out of [-1, 1], as in the paper's code.</returns>
    public Tensor Apply(Tensor pictures) => _policy.Aggregate(pictures, (x, name) => s_changes[name](this, x));

    /// <param name="x">(N, H, W, C).</param>
    /// <param name="u">(N, 1, 1, 1), from 0 to 1.</param>
    internal static Tensor Brightness(Tensor x, Tensor u) => x + (u - 0.5);

    /// <inheritdoc cref="Brightness"/>
    internal static Tensor Saturation(Tensor x, Tensor u)
    {
        var mean = tf.reduce_mean(x, -1, keepdims: true);
        return (x - mean) * (2 * u) + mean;
    }

    /// <inheritdoc cref="Brightness"/>
    internal static Tensor Contrast(Tensor x, Tensor u)
    {
        var mean = tf.reduce_mean(x, (1, 2, 3), keepdims: true);
        return (x - mean) * (u + 0.5) + mean;
    }

    /// <summary>y[n, i, j] = x[n, i + down, j + right], or the fill where that lies outside.</summary>
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="shift">A pair (down, right) for each picture.</param>
    /// <param name="fill">What is outside: a number for each channel, or one for all.</param>
    internal static Tensor Translation(Tensor x, ReadOnlySpan<int> shift, params ReadOnlySpan<float> fill)
    {
        var (n, h, w, c) = ((int)x.shape[0], (int)x.shape[1], (int)x.shape[2], x.shape[3]);
        // Pixels are numbered through all pictures; after them comes one of the fill.
        var (sources, outside) = (new int[n * h * w], n * h * w);
        for (var (place, picture) = (0, 0); picture < n; picture++)
            for (var i = shift[2 * picture]; i < shift[2 * picture] + h; i++)
                for (var j = shift[2 * picture + 1]; j < shift[2 * picture + 1] + w; j++)
                    sources[place++] = (uint)i < (uint)h && (uint)j < (uint)w ? (picture * h + i) * w + j : outside;
        var pixels = tf.concat([tf.reshape(x, (outside, c)), Outside(c, fill)], axis: 0);
        return tf.reshape(tf.gather(pixels, tf.constant(sources)), x.shape);
    }

    /// <summary>The fill in the rows offset - s / 2 + (0 ... s - 1) with s = H / 2, and in columns likewise.</summary>
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="offset">A pair (row, column) for each picture.</param>
    /// <param name="fill">What is put there.</param>
    internal static Tensor Cutout(Tensor x, ReadOnlySpan<int> offset, float fill)
    {
        var (n, h, w) = ((int)x.shape[0], (int)x.shape[1], (int)x.shape[2]);
        var isCut = new bool[n * h * w];
        for (var picture = 0; picture < n; picture++)
        {
            var (top, left) = (offset[2 * picture] - h / 2 / 2, offset[2 * picture + 1] - w / 2 / 2);
            for (var i = Math.Max(0, top); i < Math.Min(h, top + h / 2); i++)
                for (var j = Math.Max(0, left); j < Math.Min(w, left + w / 2); j++)
                    isCut[(picture * h + i) * w + j] = true;
        }

        return tf.where(tf.reshape((Tensor)isCut, (n, h, w, 1)), fill, x);
    }

    private static Tensor Color(Tensor x)
    {
        Tensor Numbers() => tf.random.uniform((x.shape[0], 1, 1, 1));
        x = Brightness(x, Numbers());
        if (x.shape[-1] > 1)
            x = Saturation(x, Numbers());
        return Contrast(x, Numbers());
    }

    private static Tensor Outside(long channels, ReadOnlySpan<float> fill) =>
        fill.Length == 1 ? tf.fill((1, channels), fill[0]) : tf.reshape((Tensor)fill.ToArray(), (1, channels));

    private static Tensor Translation(Tensor x, float[] fill)
    {
        int Most(long side) => (int)(side / 8f + 0.5f);
        return Translation(x, Pairs(x, side => (-Most(side), Most(side))), fill);
    }

    private static Tensor Cutout(Tensor x) =>
        // A rectangle of an odd side has its middle on a pixel, and one of an even side between two, of which there is one place more.
        Cutout(x, Pairs(x, side => (0, (int)side - (int)(side / 2 % 2))), fill: 0);

    /// <summary>For each picture a number of rows and one of columns, both drawn from the range of their side, its ends included.</summary>
    private static int[] Pairs(Tensor x, Func<long, (int First, int Last)> range)
    {
        int[] Drawn(long side) => tf.random.uniform(
            (x.shape[0], 1L), range(side).First, range(side).Last + 1, tf.int32).ToArray<int>();
        return [.. Drawn(x.shape[1]).Zip(Drawn(x.shape[2])).SelectMany(pair => new[] { pair.First, pair.Second })];
    }
}
