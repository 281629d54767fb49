using FashionGanTf.Captions.Attributes;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;

namespace FashionGanTf.Captions;

/// <summary>A sheet of an attribute for eyes to judge: pictures that the rule says the same of, side by side.</summary>
public static class AttributeSheet
{
    /// <summary>Pictures in a row.</summary>
    public const int Columns = 20;

    /// <summary>Pixels between two pictures.</summary>
    public const int Padding = 1;

    private const byte Between = 60;

    /// <summary>A row for each value of each class that has the attribute, in the order of labels, then of values: the first pictures of
    /// which the rule says it. Places that are left over are black.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="pictures">Pictures of 28 x 28 in gray.</param>
    /// <param name="described">What is measured in each.</param>
    /// <exception cref="IOException">A picture cannot be read.</exception>
    public static Bitmap Of(IGarmentAttribute attribute, PictureRows pictures, IReadOnlyList<Description> described)
    {
        var place = GarmentAttributes.PlaceOf(attribute.Name);
        var rows = attribute.Labels.SelectMany(label => Enumerable.Range(0, attribute.Values.Count).Select(value =>
            Enumerable.Range(0, pictures.Count)
                .Where(i => described[i].Label == label && described[i].Values[place] == value).Take(Columns).ToArray())).ToList();
        var black = new Bitmap(Silhouette.Size, Silhouette.Size);
        var cells = rows.SelectMany(row => Enumerable.Range(0, Columns).Select(i => i < row.Length ? Picture(pictures, row[i]) : black));
        return ImageGrid.Compose([.. cells], Columns, rows.Count, Padding, Between);
    }

    private static Bitmap Picture(PictureRows pictures, int number)
    {
        var picture = new Bitmap(Silhouette.Size, Silhouette.Size);
        pictures.Read([number], picture.Pixels);
        return picture;
    }
}
