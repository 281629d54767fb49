using System.Collections.Concurrent;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Datasets.Survey;

/// <summary>What pictures are like, seen from the first of them.</summary>
/// <param name="Sizes">Width and height of those that could be decoded, from the smallest area to the largest.</param>
/// <param name="Gray">How many of them are gray: every pixel has R = G = B.</param>
/// <param name="Broken">Those that could not be read or decoded.</param>
public sealed record PictureSurvey(IReadOnlyList<(int Width, int Height)> Sizes, int Gray, IReadOnlyList<LeftOut> Broken)
{
    /// <summary>How many pictures are looked at.</summary>
    public const int Most = 1000;

    /// <summary>Decodes the first pictures, on all processors.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PictureSurvey Of(IReadOnlyList<SourcePicture> pictures, CancellationToken stop = default)
    {
        var looked = new (int Width, int Height, bool IsGray)[Math.Min(Most, pictures.Count)];
        var broken = new ConcurrentDictionary<int, string>();
        Parallel.For(0, looked.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            try
            {
                using var image = PicturePreparer.Load(pictures[i], PictureDecoder.Default);
                Flattening.Flatten(image, Background.Corners.For(image));
                looked[i] = (image.Width, image.Height, Flattening.ToBitmap(image).IsGray);
            }
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                broken[i] = error.Message;
            }
        });
        var whole = looked.Where((_, i) => !broken.ContainsKey(i)).ToList();
        return new PictureSurvey(
            [.. whole.Select(one => (one.Width, one.Height)).OrderBy(size => (long)size.Width * size.Height).ThenBy(size => size.Width)],
            whole.Count(one => one.IsGray),
            [.. broken.OrderBy(one => one.Key).Select(one => new LeftOut(pictures[one.Key].Name, one.Value))]);
    }
}
