using FashionGanTf.Imaging;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>A pair of networks before it is made: what it draws and judges, from how much noise, and, in a record for each kind of
/// networks, how wide they are. Maps double from <see cref="Base"/> pixels a side to the picture's in the generator, and halve back in the
/// discriminator.</summary>
/// <param name="Picture">The pictures.</param>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
internal abstract record NetworkShape(PictureShape Picture, int LatentDim)
{
    /// <summary>Sides of the smallest maps.</summary>
    private static readonly int[] s_bases = [4, 7];

    /// <summary>The sides that a picture may have, 4 or 7 doubled some times, in ascending order.</summary>
    internal static IReadOnlyList<int> Sizes { get; } = [28, 32, 56, 64, 112, 128];

    /// <summary>Pixels a side of the smallest maps: 7 where the picture's side is a multiple of 7, else 4.</summary>
    internal int Base => BaseOf(Picture);

    /// <summary>How often the generator's maps double.</summary>
    internal int Doublings => DoublingsOf(Picture);

    /// <summary>A generator with fresh weights: noise (N, latent_dim) to pictures (N, size, size, channels) in [-1, 1]; with classes it
    /// takes conditions (N, classes), too.</summary>
    internal abstract Model Generator(int classes);

    /// <summary>A discriminator with fresh weights: pictures (N, size, size, channels) to logits (N, 1); with classes it takes conditions
    /// (N, classes), too, and may give logits of the classes (N, classes) beside.</summary>
    internal abstract Model Discriminator(int classes);

    /// <summary>Whether a training step lets the discriminator judge real and drawn pictures in one batch. Only where each logit depends on
    /// its own picture, and each pass leaves the layers as they were; and where it saves time.</summary>
    /// <param name="batch">Real pictures in the step, of all replicas.</param>
    internal virtual bool JudgesTogether(long batch) => false;

    /// <summary>A generator with fresh weights that takes texts: noise (N, latent_dim) and tokens (N, T) to pictures.</summary>
    /// <param name="words">Words of the vocabulary.</param>
    /// <exception cref="ArgumentException">These networks take none; the message is one line.</exception>
    internal virtual TextNetwork TextGenerator(int words) => throw NoTexts();

    /// <summary>A discriminator with fresh weights that takes texts: pictures and tokens (N, T), or k N rows of them, to logits (N, 1), or
    /// (k N, 1), and logits of the words (N, words).</summary>
    /// <inheritdoc cref="TextGenerator"/>
    internal virtual TextNetwork TextDiscriminator(int words) => throw NoTexts();

    private static ArgumentException NoTexts() =>
        new($"Texts go with the {GanNetworks.Dcgan} networks; the others know classes only.");

    /// <inheritdoc cref="Base"/>
    internal static int BaseOf(PictureShape picture) =>
        s_bases.Single(side => picture.Size % side == 0 && int.IsPow2(picture.Size / side));

    /// <inheritdoc cref="Doublings"/>
    internal static int DoublingsOf(PictureShape picture) => int.Log2(picture.Size / BaseOf(picture));

    /// <summary>The pictures whose networks double their maps so often and are as something else says; null where there are
    /// none.</summary>
    internal static PictureShape? PictureOf(int doublings, long channels, Func<PictureShape, bool> isRight) =>
        channels is not (1 or 3) ? null : Sizes.Select(size => new PictureShape(size, (int)channels))
            .Where(picture => DoublingsOf(picture) == doublings && isRight(picture)).Select(picture => (PictureShape?)picture)
            .FirstOrDefault();

    /// <summary><c>28, 32 or 56</c>.</summary>
    internal static string InWords<T>(IEnumerable<T> choices) =>
        choices.Count() == 1 ? $"{choices.Single()}" : $"{string.Join(", ", choices.SkipLast(1))} or {choices.Last()}";

    /// <summary>Requires pictures of one of the <see cref="Sizes"/>, in gray or in colour.</summary>
    /// <exception cref="ArgumentException">There are no networks for such pictures; the one-line message says for which there
    /// are.</exception>
    protected static void Require(PictureShape picture)
    {
        if (!Sizes.Contains(picture.Size) || picture.Channels is not (1 or 3))
            throw new ArgumentException(
                $"The networks are for pictures of {InWords(Sizes)} pixels a side, in gray or in colour; these are {picture.Size} x " +
                $"{picture.Size} with {picture.Channels} {(picture.Channels == 1 ? "channel" : "channels")}.");
    }
}
