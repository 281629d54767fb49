using System.Drawing;
using System.Globalization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The category and attribute prediction benchmark of DeepFashion: photographs of clothes with their category, and where in the
/// photograph they are.</summary>
/// <remarks>Z. Liu, P. Luo, S. Qiu, X. Wang, X. Tang, "DeepFashion: Powering Robust Clothes Recognition and Retrieval with Rich
/// Annotations", CVPR 2016.</remarks>
internal sealed class DeepFashionCategories : PictureLayout
{
    private const string Sought = "list_category_img.txt", Categories = "list_category_cloth.txt";

    private static readonly string[] s_notes = ["Anno", "Anno_coarse"];

    internal override string? Sign(FolderFiles folder) => Notes(folder.Root) is { } notes ? $"{Path.GetFileName(notes)}/{Sought}" : null;

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var place = folder.Root;
        var (notes, pictures, collection) = (Notes(place)!, new DeepFashionPictures(place), new PictureCollection());
        var categories = DeepFashionList.Read(Path.Combine(notes, Categories), "category_name", "category_type");
        string[] names = [.. categories.Select(row => row[0])];
        var boxes = Boxes(Path.Combine(notes, "list_bbox.txt"));
        var splits = Splits(DeepFashionPictures.Partition(place), pictures);
        var list = Path.Combine(notes, Sought);
        var listed = 0;
        foreach (var row in DeepFashionList.Read(list, "image_name", "category_label"))
        {
            listed++;
            if (!int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var label) || label < 1 || label > names.Length)
                throw new InvalidDataException(
                    $"{list}: row {listed} has a category that is none of the {names.Length} of {Categories}, 1 to {names.Length}.");
            var split = Split.Train;
            if (pictures.Find(row[0], collection) is not { } picture)
                continue;
            if (splits?.TryGetValue(row[0], out split) == false)
                collection.LeaveOut(picture.Name, "list_eval_partition.txt does not have it");
            else
                collection.Add(split, names[label - 1],
                    boxes?.TryGetValue(row[0], out var box) == true ? picture with { Box = box } : picture);
        }

        pictures.RequireAny(listed);
        return collection.Found(place, "DeepFashion's category and attribute benchmark" +
            (boxes is null ? "" : ", cut to the boxes around the clothes"), names);
    }

    /// <summary>The folder of the lists; in later releases there is a fine one beside it, of other pictures.</summary>
    private static string? Notes(string place) => s_notes
        .Select(name => Path.Combine(place, name)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Sought)));

    /// <summary>What each picture is for; null where there is no list of it: then all are to train on.</summary>
    private static Dictionary<string, Split>? Splits(string path, DeepFashionPictures pictures)
    {
        if (!File.Exists(path))
            return null;
        var splits = new Dictionary<string, Split>(StringComparer.Ordinal);
        foreach (var row in DeepFashionList.Read(path, "image_name", "evaluation_status"))
            splits[row[0]] = pictures.SplitOf(row[1]);
        return splits;
    }

    /// <summary>The box of each picture; null where there is no list of them.</summary>
    private static Dictionary<string, Rectangle>? Boxes(string path)
    {
        if (!File.Exists(path))
            return null;
        var boxes = new Dictionary<string, Rectangle>(StringComparer.Ordinal);
        foreach (var row in DeepFashionList.Read(path, "image_name", "x_1", "y_1", "x_2", "y_2"))
        {
            // With leading zeros, as in 072.
            int Corner(int column) => int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
                : throw new InvalidDataException($"{path}: row {boxes.Count + 1} has a corner that is no number of pixels.");
            // Both corners belong to the box.
            var box = Rectangle.FromLTRB(Corner(1), Corner(2), Corner(3) + 1, Corner(4) + 1);
            boxes[row[0]] = box.Width > 0 && box.Height > 0 ? box
                : throw new InvalidDataException($"{path}: row {boxes.Count + 1} has an empty box.");
        }

        return boxes;
    }
}
