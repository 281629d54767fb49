using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>The size that pictures are made to have when nobody says one.</summary>
internal static class UsualSize
{
    /// <summary>The sizes that there are networks for.</summary>
    internal static readonly int[] Offered = [28, 32, 64, 128];

    /// <summary>Larger pictures cost four times as much a step: they are made when somebody asks for them.</summary>
    private const int LargestUnasked = 64;

    /// <summary>How many pictures are looked at, the first.</summary>
    private const int Looked = 100;

    /// <summary>The size of square pictures of one size.</summary>
    /// <param name="side">Pixels a side.</param>
    internal static int Of(int side) => Offered.Contains(side) ? side
        : Offered.Where(size => size <= Math.Min(side, LargestUnasked)).DefaultIfEmpty(Offered[0]).Last();

    /// <summary>The size of the pictures where all are square, of one size, and there is a network for it; else the largest that half of
    /// them fill with their shorter side, up to 64 pixels, and 28 at least.</summary>
    /// <param name="pictures">The pictures; the first hundred are looked at, not decoded. Broken ones do not count.</param>
    /// <exception cref="IOException">A picture cannot be read.</exception>
    internal static int Of(IReadOnlyList<SourcePicture> pictures)
    {
        var sizes = pictures.Take(Looked).Select(Of).Where(size => size.Width > 0).ToList();
        if (sizes.Count == 0)
            return LargestUnasked;
        var first = sizes[0];
        if (first.Width == first.Height && sizes.TrueForAll(size => size == first))
            return Of(first.Width);
        var shorter = sizes.Select(size => Math.Min(size.Width, size.Height)).Order().ToList()[sizes.Count / 2];
        return Of(Math.Min(shorter, LargestUnasked));
    }

    /// <summary>A picture's size as it counts; its pixels are not decoded. 0 x 0 for a broken one.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static (int Width, int Height) Of(SourcePicture picture)
    {
        if (picture.Box is { } box)
            return (box.Width, box.Height);
        if (picture.Pixels is { } pixels)
            return (pixels().Width, pixels().Height);
        try
        {
            using var file = PicturePreparer.Encoded(picture);
            return PictureDecoder.Default.Identify(file.Bytes, picture.Name);
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }
}
