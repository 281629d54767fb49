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

    private DiffAugment(string[] policy, float[] background, AdaptiveStrength? strength = null) =>
        (_policy, _background, Strength) = (policy, background, strength);

    /// <summary>How often a picture is changed; null for always.</summary>
    internal AdaptiveStrength? Strength { get; }

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

    /// <summary>The same changes with an adaptive probability instead of always, beginning with never: ADA, see
    /// <see cref="AdaptiveStrength"/>. For a discriminator whose border between real and drawn is a logit of 0.</summary>
    /// <param name="target">The mean sign of logits of real pictures to keep to, from 0 to 1.</param>
    public DiffAugment Adaptive(float target) => new(_policy, _background, new AdaptiveStrength(target));

    /// <summary>The policy, as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join(",", _policy);

    /// <summary>Pictures changed at random.</summary>
    /// <param name="pictures">(N, H, W, 1) or (N, H, W, 3), in [-1, 1].</param>
    /// <returns>The same shape; brightness and contrast may lead out of [-1, 1], as in the paper's code.</returns>
    public Tensor Apply(Tensor pictures) => _policy.Aggregate(
        pictures, (x, name) => s_changes[name](this, x) is var changed && Strength is { } strength ? strength.Some(changed, x) : changed);

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

    /// <summary>The fill in the rows row - s / 2 + (0 ... s - 1) with s = H / 2, and in columns likewise.</summary>
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="row">(N, 1, 1, 1), int32: the center of each picture's rectangle.</param>
    /// <param name="column">The same for columns.</param>
    /// <param name="fill">What is put there.</param>
    internal static Tensor Cutout(Tensor x, Tensor row, Tensor column, float fill)
    {
        var (h, w) = (x.shape[1], x.shape[2]);
        return tf.where(tf.logical_and(IsCut(row, h, (1, h, 1, 1)), IsCut(column, w, (1, 1, w, 1))), fill, x);

        static Tensor IsCut(Tensor center, long side, Shape along)
        {
            var (places, first) = (tf.reshape(tf.range((int)side), along), center - (int)(side / 2 / 2));
            return tf.logical_and(places >= first, places < first + (int)(side / 2));
        }
    }

    private static Tensor Color(Tensor x)
    {
        Tensor Numbers() => tf.random.uniform((x.shape[0], 1, 1, 1));
        x = Brightness(x, Numbers());
        if (x.shape[-1] > 1)
            x = Saturation(x, Numbers());
        return Contrast(x, Numbers());
    }

    private static Tensor Translation(Tensor x, float[] fill)
    {
        Tensor Drawn(long side)
        {
            var most = (int)(side / 8f + 0.5f);
            return tf.random.uniform((x.shape[0], 1), -most, most + 1, tf.int32);
        }

        var shifts = tf.concat([Drawn(x.shape[1]), Drawn(x.shape[2])], axis: 1);
        return fill is [var one] ? tf.image.translate(x, shifts, one) : tf.image.translate(x, shifts, fill);
    }

    private static Tensor Cutout(Tensor x)
    {
        // A rectangle of an odd side has its middle on a pixel, and one of an even side between two, of which there is one place more.
        Tensor Drawn(long side) => tf.random.uniform((x.shape[0], 1, 1, 1), 0, (int)(side + 1 - side / 2 % 2), tf.int32);
        return Cutout(x, Drawn(x.shape[1]), Drawn(x.shape[2]), fill: 0);
    }
}
