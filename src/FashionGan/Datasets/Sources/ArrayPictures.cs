using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The pictures of an array, for who prepares them one by one.</summary>
internal static class ArrayPictures
{
    /// <param name="path">The file that the array was read from; null for Fashion-MNIST, which is always the same.</param>
    /// <param name="pictures">uint8 (N, height, width) or (N, height, width, 3).</param>
    /// <param name="labels">uint8 (N); null where there are none.</param>
    /// <param name="classes">The classes; labels beyond them count as none.</param>
    /// <param name="what">What one is called in a message, before its number.</param>
    internal static List<SourcePicture> Of(string? path, NDArray pictures, NDArray? labels, ClassNames classes, string what = "picture")
    {
        var (file, pixels, values) = (path is null ? null : new FileInfo(path), pictures.ToArray<byte>(), labels?.ToArray<byte>());
        int height = (int)pictures.shape[1], width = (int)pictures.shape[2], channels = pictures.ndim == 4 ? 3 : 1;
        var bytes = height * width * channels;
        return [.. Enumerable.Range(0, (int)pictures.shape[0]).Select(number =>
            new SourcePicture($"{path ?? "Fashion-MNIST"}, {what} {number}",
                values?[number] < classes.Count ? values[number] : SourcePicture.NoLabel)
            {
                Length = file?.Length ?? 0,
                Modified = file?.LastWriteTimeUtc ?? default,
                Pixels = () => new Bitmap(width, height, channels, pixels[(number * bytes)..((number + 1) * bytes)]),
            })];
    }
}
