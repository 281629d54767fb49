namespace FashionGanTf.Datasets.Sources;

/// <summary>The in-shop clothes retrieval benchmark of DeepFashion: a shop's pictures of its items, whose classes are in their paths:
/// <c>img/WOMEN/Dresses/id_00000002/02_1_front.jpg</c> shows <c>WOMEN/Dresses</c>.</summary>
internal sealed class DeepFashionInShop : PictureLayout
{
    private static readonly string[] s_columns = ["image_name", "item_id", "evaluation_status"];

    internal override string? Sign(FolderFiles folder)
    {
        var list = DeepFashionPictures.Partition(folder.Root);
        return File.Exists(list) && DeepFashionList.Columns(list).SequenceEqual(s_columns)
            ? "item_id in Eval/list_eval_partition.txt" : null;
    }

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var place = folder.Root;
        var (pictures, collection) = (new DeepFashionPictures(place), new PictureCollection());
        var listed = 0;
        foreach (var row in DeepFashionList.Read(DeepFashionPictures.Partition(place), s_columns))
        {
            listed++;
            if (pictures.Find(row[0], collection) is { } picture)
                collection.Add(pictures.SplitOf(row[2]), ClassOf(row[0], row[1]), picture);
        }

        pictures.RequireAny(listed);
        return collection.Found(place, "DeepFashion's in-shop benchmark");
    }

    /// <summary>What lies between <c>img</c> and the item's folder.</summary>
    private static string? ClassOf(string name, string item)
    {
        var folders = name.Split('/');
        var end = Array.IndexOf(folders, item);
        return end > 1 ? string.Join('/', folders[1..end]) : null;
    }
}
