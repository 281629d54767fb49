using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures to judge, or to judge by, from a folder of PNG files or an IDX file. Both may come from anywhere.</summary>
public static class PictureSource
{
    private const int Side = 28;

    /// <summary>Reads pictures.</summary>
    /// <param name="path">A folder with gray PNG files of 28 x 28, in it or in folders of their own (one a class, say), or an IDX file,
    /// plain or gzip-compressed. Files are taken in the order of their names, from several folders in turn.</param>
    /// <param name="count">How many at most: the first.</param>
    /// <returns>uint8 (N, 28, 28), at least two.</returns>
    /// <exception cref="IOException">There is nothing, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">There are fewer than two pictures, or one is damaged or of another size or kind; the one-line
    /// message names it.</exception>
    public static NDArray Read(string path, int count = int.MaxValue)
    {
        if (!Path.Exists(path))
            throw new FileNotFoundException($"There is no file or folder {path}.");
        var pictures = Directory.Exists(path) ? ReadFolder(path, count) : ReadIdx(path, count);
        return pictures.shape[0] >= 2 ? pictures : throw new InvalidDataException($"{path} holds one picture; at least two are needed.");
    }

    /// <summary>Pictures that were drawn, as one array.</summary>
    /// <param name="pictures">Of one size, in gray or in colour; at least one.</param>
    /// <returns>uint8 (N, H, W) in gray, (N, H, W, 3) in colour.</returns>
    public static NDArray Of(IReadOnlyList<Bitmap> pictures)
    {
        var (first, count) = (pictures[0], pictures.Count);
        var pixels = new byte[(long)count * first.Pixels.Length];
        for (var i = 0; i < count; i++)
            pictures[i].Pixels.CopyTo(pixels, (long)i * first.Pixels.Length);
        return np.array(pixels).reshape(first.Channels == 1 ? new Shape(count, first.Height, first.Width)
            : new Shape(count, first.Height, first.Width, first.Channels));
    }

    private static NDArray ReadIdx(string path, int count)
    {
        if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"{path} is a single picture; name the folder that it lies in.");
        var pictures = IdxFile.load(path);
        if (pictures.ndim != 3)
            throw new InvalidDataException($"{path} holds an array of shape {pictures.shape}, not pictures.");
        if (pictures.shape[1] != Side || pictures.shape[2] != Side)
            throw new InvalidDataException(
                $"{path} holds pictures of {pictures.shape[2]} x {pictures.shape[1]}; {Side} x {Side} are needed.");
        if (pictures.shape[0] == 0)
            throw new InvalidDataException($"{path} holds no pictures.");
        return pictures.shape[0] > count ? pictures[$":{count}"] : pictures;
    }

    private static NDArray ReadFolder(string folder, int count)
    {
        // In turn, so that the first of them are of all classes.
        var files = Files(folder).Order(StringComparer.Ordinal).GroupBy(Path.GetDirectoryName)
            .SelectMany(together => together.Select((file, place) => (File: file, Place: place))).OrderBy(item => item.Place)
            .Take(count).Select(item => ReadPicture(item.File)).ToList();
        return files.Count > 0 ? Of(files) : throw new InvalidDataException($"{folder} holds no PNG files.");
    }

    private static Bitmap ReadPicture(string file)
    {
        var picture = PictureReader.Read(file);
        if (picture.Channels != 1)
            throw new InvalidDataException($"{OneLine.Of(file)} is in colour; gray pictures are needed.");
        return picture.Width == Side && picture.Height == Side ? picture : throw new InvalidDataException(
            $"{OneLine.Of(file)} has {picture.Width} x {picture.Height} pixels; {Side} x {Side} are needed.");
    }

    private static string[] Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*.png", new EnumerationOptions
            {
                MatchCasing = MatchCasing.CaseInsensitive,
                RecurseSubdirectories = true,
                MaxRecursionDepth = 1,
                IgnoreInaccessible = false,
            });
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{folder}, or a folder in it, cannot be read: permission denied.", error);
        }
    }
}
