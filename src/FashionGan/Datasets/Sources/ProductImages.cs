using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Datasets.Sources;

/// <summary>A shop's pictures with a table of its products, as the Fashion Product Images on Kaggle: <c>images/ID.jpg</c> and
/// <c>styles.csv</c>, which says of each product its category, colour, season and more.</summary>
internal sealed class ProductImages : PictureLayout
{
    private const string Table = "styles.csv", Images = "images", Id = "id";

    /// <summary>The column with the classes where none is asked for: seven of them.</summary>
    internal const string UsualColumn = "masterCategory";

    internal override bool HasLabelColumn => true;

    internal override string? Sign(FolderFiles folder) => File.Exists(Path.Combine(folder.Root, Table)) ? Table : null;

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var place = folder.Root;
        var images = Path.Combine(place, Images);
        if (!Directory.Exists(images))
            throw new InvalidDataException($"{place} has {Table}, and no folder {Images}/ with the pictures.");
        var table = StylesTable.Read(Path.Combine(place, Table));
        var (id, label) = (table.Column(Id), table.Column(options.LabelColumn ?? UsualColumn));
        var (files, collection) = (new FolderFiles(images), new PictureCollection());
        var pictures = new Dictionary<string, SourcePicture>(StringComparer.Ordinal);
        foreach (var picture in files.Pictures)
            if (!pictures.TryAdd(Path.GetFileNameWithoutExtension(picture.Name), picture))
                collection.LeaveOut(picture.Name, "another picture has the same id");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
            if (!seen.Add(row[id]))
                collection.LeaveOut($"{Table}, id {row[id]}", "another row has the same id");
            else if (!pictures.Remove(row[id], out var picture))
                collection.LeaveOut($"{Table}, id {row[id]}", "there is no picture of it");
            else
                collection.Add(Split.Train, row[label].Length == 0 ? null : row[label], picture);
        collection.LeaveOut(table.LeftOut);
        collection.LeaveOut(pictures.Values.Select(picture => new LeftOut(picture.Name, $"{Table} has no row for it")));
        collection.LeaveOut(files.Others);
        return collection.Found(place, $"product images, classes from the column {table.Columns[label]} of {Table}");
    }
}
