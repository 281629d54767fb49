using FashionGanTf.Captions;
using FashionGanTf.Captions.Attributes;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Captions;

/// <summary>Real training pictures: those of the sheets in <c>docs/captions</c>, which eyes have judged.</summary>
internal static class SheetPictures
{
    private const int Cell = Silhouette.Size + AttributeSheet.Padding;

    /// <summary>The pictures of a sheet, each with its row; places that are left over have none.</summary>
    internal static IEnumerable<(byte[] Pixels, int Row)> Of(IGarmentAttribute attribute)
    {
        var sheet = PictureReader.Read(
            Path.Combine(Repository.Root, "docs", "captions", $"{attribute.Name.Replace(' ', '-')}.png")).ToGray();
        var rows = attribute.Labels.Count * attribute.Values.Count;
        Assert.AreEqual(
            (AttributeSheet.Columns * Cell - AttributeSheet.Padding, rows * Cell - AttributeSheet.Padding), (sheet.Width, sheet.Height));
        for (var place = 0; place < rows * AttributeSheet.Columns; place++)
        {
            var (row, column) = (place / AttributeSheet.Columns, place % AttributeSheet.Columns);
            var pixels = Enumerable.Range(0, Silhouette.Size)
                .SelectMany(y => sheet.Row(row * Cell + y).Slice(column * Cell, Silhouette.Size).ToArray()).ToArray();
            if (pixels.Any(pixel => pixel > 0))
                yield return (pixels, row);
        }
    }

    /// <summary>The pictures of the sheets of darkness, which are of all classes, and of patterns, with their labels.</summary>
    internal static PictureSet All()
    {
        var pictures = new[] { "darkness", "pattern" }.Select(name => GarmentAttributes.All[GarmentAttributes.PlaceOf(name)])
            .SelectMany(attribute => Of(attribute)
                .Select(picture => (picture.Pixels, Label: (byte)attribute.Labels[picture.Row / attribute.Values.Count]))).ToArray();
        return new PictureSet(
            np.array(pictures.SelectMany(picture => picture.Pixels).ToArray()).reshape((pictures.Length, 28, 28)),
            np.array(pictures.Select(picture => picture.Label).ToArray()), ClassNames.FashionMnist);
    }
}
