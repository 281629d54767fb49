using FashionGanTf.Datasets.Preparing;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Pictures as files: all in one folder, or a folder for each class, also in folders of folders; folders called <c>train</c>,
/// <c>validation</c> and <c>test</c> above them are parts of the data set.</summary>
internal sealed class ClassFolders : PictureLayout
{
    private const int Shown = 3;

    internal override string? Sign(FolderFiles folder) =>
        folder.Pictures.Count == 0 ? null : Path.GetRelativePath(folder.Root, folder.Pictures[0].Name);

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var place = folder.Root;
        var collection = new PictureCollection();
        collection.LeaveOut(folder.Others);
        var pictures = folder.Pictures.Select(picture => (Picture: picture, Folder: folder.FolderOf(picture))).ToList();
        var top = pictures.Select(one => First(one.Folder)).Distinct().ToList();
        var splits = HasSplits(top);
        var hasClasses = false;
        foreach (var part in pictures.GroupBy(one => splits ? SplitName.Find(First(one.Folder)) : Split.Train))
        {
            if (part.Key is not { } split)
            {
                collection.LeaveOut(part.Select(one => new LeftOut(one.Picture.Name, "it lies beside the folders of train and test")));
                continue;
            }

            // Several folders may spell one part: train/ and Training/.
            var classes = part.Select(one => splits ? Rest(one.Folder) : one.Folder).ToList();
            RequireOneLayout(place, classes);
            hasClasses |= split == Split.Train && classes[0].Length > 0;
            foreach (var ((picture, _), name) in part.Zip(classes))
                collection.Add(split, name.Length == 0 ? null : name, picture);
        }

        var layout = hasClasses ? "a folder for each class" : "one folder of pictures";
        return collection.Found(place, splits ? $"{layout}, in folders of train and test" : layout);
    }

    /// <summary>Whether folders are parts of a data set: all are called so, or <c>train</c> and another one. <c>train</c> alone beside
    /// <c>bus</c> and <c>car</c> is a class.</summary>
    private static bool HasSplits(List<string> top)
    {
        var named = top.Select(SplitName.Find).OfType<Split>().ToList();
        return named.Count == top.Count || (named.Contains(Split.Train) && named.Distinct().Count() > 1);
    }

    /// <summary>Pictures beside the folders of classes may be of any class, or none.</summary>
    private static void RequireOneLayout(string place, List<string> classes)
    {
        var folders = classes.Where(name => name.Length > 0).Distinct().Take(Shown + 1).ToList();
        var loose = classes.Count(name => name.Length == 0);
        if (loose == 0 || folders.Count == 0)
            return;
        var shown = OneLine.Of(string.Join(", ", folders.Take(Shown))) + (folders.Count > Shown ? ", ..." : "");
        throw new InvalidDataException($"{place} has two layouts: {loose} {(loose == 1 ? "picture lies" : "pictures lie")} beside " +
            $"folders of pictures ({shown}); name one of the folders, or put the pictures into one.");
    }

    private static string First(string folder) => folder.Split('/', 2)[0];

    private static string Rest(string folder) => folder.Contains('/') ? folder[(folder.IndexOf('/') + 1)..] : "";
}
