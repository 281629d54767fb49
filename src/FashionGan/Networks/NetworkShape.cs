using FashionGanTf.Imaging;

namespace FashionGanTf.Networks;

/// <summary>What a pair of networks draws and judges, from how much noise, and how wide the networks are. Maps double from
/// <see cref="Base"/> pixels a side to the picture's in the generator, and halve back in the discriminator.</summary>
/// <param name="Picture">The pictures, of one of the <see cref="Sizes"/>.</param>
/// <param name="LatentDim">Numbers of noise that the generator starts from.</param>
/// <param name="GeneratorFilters">Channels of the generator's maps: of its dense layer, of the layer that keeps the size, and after each
/// doubling but the last, which gives the picture. One more than there are doublings.</param>
/// <param name="DiscriminatorFilters">Channels of the discriminator's maps, after each halving.</param>
/// <param name="Dropout">The share of the discriminator's activations that a training step leaves out.</param>
internal sealed record NetworkShape(
    PictureShape Picture, int LatentDim, IReadOnlyList<int> GeneratorFilters, IReadOnlyList<int> DiscriminatorFilters, float Dropout)
{
    /// <summary>Channels of the maps that are nearest to the picture.</summary>
    internal const int LeastFilters = 64;

    /// <summary>Channels of the smallest maps at most: with more, the networks would have many times the weights.</summary>
    private const int MostFilters = 512;

    /// <summary>Sides of the smallest maps.</summary>
    private static readonly int[] s_bases = [4, 7];

    /// <summary>The sides that a picture may have, 4 or 7 doubled some times, in ascending order.</summary>
    internal static IReadOnlyList<int> Sizes { get; } = [28, 32, 56, 64, 112, 128];

    /// <summary>Pixels a side of the smallest maps: 7 where the picture's side is a multiple of 7, else 4.</summary>
    internal int Base => BaseOf(Picture.Size);

    /// <summary>How often the generator's maps double.</summary>
    internal int Doublings => GeneratorFilters.Count - 1;

    /// <summary>Numbers that the generator's dense layer makes.</summary>
    internal int FirstMaps => Base * Base * GeneratorFilters[0];

    /// <summary>Numbers that the discriminator's last layer reads.</summary>
    internal int LastMaps => Base * Base * DiscriminatorFilters[^1];

    /// <summary>
    /// The networks of the DCGAN for pictures: their channels double with each halving of the side, from 64 to 512 at most, as in
    /// Radford, Metz, Chintala, 2015. For k doublings the generator's maps have min(512, 64 * 2^(k - i)) channels, i = 0 ... k, and the
    /// discriminator's min(512, 64 * 2^i), i = 0 ... k - 1.
    /// </summary>
    /// <param name="picture">The pictures.</param>
    /// <param name="latentDim">Numbers of noise.</param>
    /// <exception cref="ArgumentException">There are no networks for such pictures; the one-line message says for which there
    /// are.</exception>
    internal static NetworkShape Of(PictureShape picture, int latentDim)
    {
        if (!Sizes.Contains(picture.Size) || picture.Channels is not (1 or 3))
            throw new ArgumentException(
                $"The networks are for pictures of {InWords(Sizes)} pixels a side, in gray or in colour; these are {picture.Size} x " +
                $"{picture.Size} with {picture.Channels} {(picture.Channels == 1 ? "channel" : "channels")}.");
        var doublings = int.Log2(picture.Size / BaseOf(picture.Size));
        var filters = Enumerable.Range(0, doublings + 1).Select(i => Math.Min(MostFilters, LeastFilters << i)).ToArray();
        return new NetworkShape(picture, latentDim, [.. filters.Reverse()], filters[..doublings], 0.3f);
    }

    /// <summary>The pictures whose networks double their maps so often and are as something else says; null where there are
    /// none.</summary>
    internal static PictureShape? PictureOf(int doublings, long channels, Func<NetworkShape, bool> isRight) =>
        channels is not (1 or 3) ? null : Sizes.Select(size => Of(new PictureShape(size, (int)channels), latentDim: 1))
            .FirstOrDefault(shape => shape.Doublings == doublings && isRight(shape))?.Picture;

    /// <summary><c>28, 32 or 56</c>.</summary>
    internal static string InWords<T>(IEnumerable<T> choices) => $"{string.Join(", ", choices.SkipLast(1))} or {choices.Last()}";

    private static int BaseOf(int size) => s_bases.Single(side => size % side == 0 && int.IsPow2(size / side));
}
