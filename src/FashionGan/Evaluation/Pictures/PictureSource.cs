using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures to judge, from any place or drawn.</summary>
public static class PictureSource
{
    /// <summary>Reads pictures as they are: none is resized, which would change what is judged.</summary>
    /// <param name="place">A place as <see cref="PictureSources.Find"/> takes it; of a data set in parts the pictures to train on.</param>
    /// <param name="shape">The size and colours of the pictures that they are compared with. Gray ones count as colour, too.</param>
    /// <param name="count">How many at most: the first.</param>
    /// <returns>uint8 (N, size, size) or (N, size, size, 3), at least two.</returns>
    /// <exception cref="IOException">There is nothing, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">There are fewer than two pictures, or one is damaged or of another size or kind; the one-line
    /// message names it.</exception>
    public static NDArray Read(string place, PictureShape shape, int count = int.MaxValue)
    {
        var files = PictureSources.Look(place);
        var rows = files.IsIdx ? ReadIdx(place, shape).Take(count) : ReadFiles(place, files, shape, count);
        return rows.Count >= 2 ? rows.First(rows.Count)
            : throw new InvalidDataException(
                $"{place} holds {(rows.Count == 0 ? "no pictures" : "one picture")}; at least two are needed.");
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

    private static ArrayRows ReadIdx(string place, PictureShape shape)
    {
        var rows = new ArrayRows(IdxData.Open(place).ReadTrain());
        return rows.Shape == shape ? rows : throw new InvalidDataException($"{place} holds pictures of {rows.Shape}; {shape} are needed.");
    }

    private static PackedPictures ReadFiles(string place, PicturePlace files, PictureShape shape, int count)
    {
        var pictures = files.Find(new SourceOptions()).Train.Take(count).ToList();
        foreach (var picture in pictures)
            // Broken ones are named when they are decoded.
            if (UsualSize.Of(picture) is { Width: > 0 } size && size != (shape.Size, shape.Size))
                throw new InvalidDataException($"{OneLine.Of(picture.Name)} has {size.Width} x {size.Height} pixels; {shape.Size} x " +
                    $"{shape.Size} are needed.");
        var rows = PictureCache.Prepare(pictures, new Preparation(shape.Size, shape.Channels == 1 ? null : shape.Channels));
        return rows.Shape == shape ? rows
            : throw new InvalidDataException($"{place} holds pictures in colour; gray ones are needed.");
    }
}
