using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The pictures of a DeepFashion benchmark, which its lists call <c>img/...</c>: <c>Img/img.zip</c>, unpacked there or beside its
/// folder, with or without the folder <c>img</c>.</summary>
internal sealed class DeepFashionPictures
{
    private const string Prefix = "img/";

    private readonly string _place;
    private readonly string _folder;
    private readonly string _partition;
    private int _missing;

    internal DeepFashionPictures(string place)
    {
        _place = place;
        var image = Path.Combine(place, "Img");
        _folder = new[] { Path.Combine(image, "img"), Path.Combine(place, "img") }.FirstOrDefault(Directory.Exists) ?? image;
        _partition = Partition(place);
    }

    /// <summary>The list that says what each picture is for.</summary>
    internal static string Partition(string place) => Path.Combine(place, "Eval", "list_eval_partition.txt");

    /// <summary>A picture of a list; null when its file is missing, which the collection is told.</summary>
    internal SourcePicture? Find(string name, PictureCollection collection)
    {
        var inside = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        var path = Path.GetFullPath(Path.Combine(_folder, inside));
        // A list may come from anywhere.
        if (!path.StartsWith(Path.GetFullPath(_folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"{_place}: a list names a picture outside of {_folder}.");
        var file = new FileInfo(path);
        if (file.Exists)
            return SourcePicture.OfFile(file);
        _missing++;
        collection.LeaveOut(path, "the file is missing");
        return null;
    }

    /// <summary>Requires that there are pictures at all.</summary>
    /// <param name="listed">How many the lists have.</param>
    internal void RequireAny(int listed)
    {
        if (listed > 0 && _missing == listed)
            throw new InvalidDataException(
                $"{_place} has DeepFashion's lists, and none of the {listed} pictures that they name: unpack Img/img.zip in its folder.");
    }

    /// <summary>What a word of the list says that a picture is for.</summary>
    /// <exception cref="InvalidDataException">It is no such word.</exception>
    internal Split SplitOf(string status) => status switch
    {
        "train" => Split.Train,
        "val" => Split.Validation,
        "test" or "query" or "gallery" => Split.Test,
        _ => throw new InvalidDataException($"{_partition}: a picture is neither train, val, test, query nor gallery."),
    };
}
