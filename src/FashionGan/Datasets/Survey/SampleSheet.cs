using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Datasets.Survey;

/// <summary>A sheet of pictures as a training would get them.</summary>
internal static class SampleSheet
{
    internal const int Columns = 10;

    /// <summary>Classes that have a row; more would make a sheet that nobody looks through.</summary>
    internal const int MostRows = 64;

    private const int RowsWithoutClasses = 8;
    private const int Padding = 2;

    /// <summary>A row for each class, in the order of the labels; without classes the first pictures.</summary>
    /// <param name="found">The pictures.</param>
    /// <param name="preparation">How they are made alike.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="IOException">A picture cannot be read.</exception>
    /// <exception cref="InvalidDataException">None can be decoded.</exception>
    internal static Bitmap Of(FoundPictures found, Preparation preparation, CancellationToken stop)
    {
        var preparer = new PicturePreparer(preparation, PictureDecoder.Default);
        var rows = found.Classes.Count == 0
            ? Prepared(found.Train, Columns * RowsWithoutClasses).Chunk(Columns).ToList()
            : [.. Enumerable.Range(0, Math.Min(found.Classes.Count, MostRows)).Select(label =>
                Prepared(found.Train.Where(picture => picture.Label == label), Columns).ToArray())];
        var pictures = rows.SelectMany(row => row).ToList();
        if (pictures.Count == 0)
            throw new InvalidDataException("None of the pictures can be decoded.");
        var isGray = pictures.TrueForAll(picture => picture.IsGray);
        var black = new Bitmap(preparation.Size, preparation.Size, isGray ? 1 : 3);
        return ImageGrid.Compose([.. rows.SelectMany(row => Enumerable.Range(0, Columns).Select(column =>
            column >= row.Length ? black : isGray ? row[column].ToGray() : row[column].ToColour()))], Columns, rows.Count, Padding);

        IEnumerable<Bitmap> Prepared(IEnumerable<SourcePicture> some, int count) =>
            some.Select(picture => Prepare(preparer, picture, stop)).OfType<Bitmap>().Take(count);
    }

    /// <summary>Null for a broken picture.</summary>
    private static Bitmap? Prepare(PicturePreparer preparer, SourcePicture picture, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            var (pixels, size) = (preparer.Prepare(picture), preparer.Size);
            return new Bitmap(size, size, pixels.Length / (size * size), pixels);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
