using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;

namespace FashionGanTf.Studio.Tests.Support;

/// <summary>What the workplace's generator draws, without a server.</summary>
internal static class Pictures
{
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.Model));

    internal static Bitmap[] Of(double? truncation, params string[] recipes) =>
        s_gan.Value.Draw(recipes.Select(Recipe.Parse), new Manner(truncation));

    /// <summary>Pictures of a seed, as <c>generate</c> draws them.</summary>
    internal static Bitmap[] OfSeed(int seed, int first, int count) => s_gan.Value.Generate(count, seed, first);

    internal static byte[] Pixels(IEnumerable<Bitmap> pictures) => [.. pictures.SelectMany(picture => picture.Pixels)];

    /// <summary>The picture in a PNG file's bytes.</summary>
    internal static Bitmap Read(byte[] png)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, png);
            return PictureReader.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
