using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Finds out how pictures lie in a place that a user names.</summary>
public static class PictureSources
{
    private const int Shown = 5;

    private static readonly IdxFiles s_idx = new();
    private static readonly NumPyFiles s_numPy = new();
    private static readonly ParquetFiles s_parquet = new();
    private static readonly ClassFolders s_folders = new();

    /// <summary>Layouts that a file of a certain name tells.</summary>
    private static readonly PictureLayout[] s_named =
        [s_idx, s_numPy, new ProductImages(), new DeepFashionCategories(), new DeepFashionInShop()];

    /// <summary>Finds the pictures; only lists of them are read.</summary>
    /// <param name="place">A folder, an IDX file of training pictures, a parquet file or one of NumPy's.</param>
    /// <param name="options">What else is said about it.</param>
    /// <exception cref="IOException">It is not there, cannot be read, or holds no pictures; the one-line message says what it
    /// holds.</exception>
    /// <exception cref="InvalidDataException">Pictures lie there in two ways, or something is damaged; the one-line message names
    /// it.</exception>
    /// <exception cref="ArgumentException">The options do not fit the place.</exception>
    public static FoundPictures Find(string place, SourceOptions? options = null) => Look(place).Find(options ?? new SourceOptions());

    /// <summary>Requires pictures in a place; only so much is looked at as tells how they lie there.</summary>
    /// <inheritdoc cref="Find" path="/exception"/>
    public static void Require(string place) => Look(place);

    /// <summary>Finds out how pictures lie in a place.</summary>
    /// <inheritdoc cref="Find" path="/exception"/>
    internal static PicturePlace Look(string place)
    {
        if (!Path.Exists(place))
            throw new FileNotFoundException($"There is no folder {place}, and no file of that name.");
        if (File.Exists(place))
            return LayoutOfFile(place);
        var folder = new FolderFiles(place);
        var layout = LayoutOf(folder);
        return new PicturePlace(place, layout, options => layout.Find(folder, options));
    }

    private static PicturePlace LayoutOfFile(string path)
    {
        if (FolderFiles.IsPicture(path))
            throw new InvalidDataException($"{path} is a single picture; name the folder that it lies in.");
        if (FolderFiles.IsParquet(path))
            return new PicturePlace(path, s_parquet, options => ParquetFiles.Find(new FileInfo(Path.GetFullPath(path)), options));
        return NumPyFiles.Is(path) ? new PicturePlace(path, s_numPy, _ => NumPyFiles.Find(path))
            : new PicturePlace(path, s_idx, _ => IdxFiles.Find(path));
    }

    private static PictureLayout LayoutOf(FolderFiles folder)
    {
        var signs = s_named.Select(layout => (Layout: layout, Sign: layout.Sign(folder))).Where(one => one.Sign is not null).ToList();
        // No need to look for pictures elsewhere in it: there may be hundreds of thousands.
        if (signs is [{ Layout.HasPictureFiles: true } only])
            return only.Layout;
        foreach (var other in new PictureLayout[] { s_parquet, s_folders })
            if (other.Sign(folder) is { } sign)
                signs.Add((other, sign));
        return signs.Count switch
        {
            0 => throw NothingIn(folder),
            1 => signs[0].Layout,
            _ => throw new InvalidDataException($"{folder.Root} has two layouts, as {OneLine.Of(signs[0].Sign!)} and " +
                $"{OneLine.Of(signs[1].Sign!)} tell; name the file or the folder of one of them."),
        };
    }

    private static FileNotFoundException NothingIn(FolderFiles folder)
    {
        var names = folder.Names().ToList();
        var held = names.Count == 0 ? "it is empty"
            : $"it holds {string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? $" and {names.Count - Shown} more" : "")}";
        return new FileNotFoundException($"{folder.Root} holds no pictures: neither JPEG, PNG, WebP, BMP or GIF files, nor an IDX file " +
            $"(train-images-idx3-ubyte.gz), nor a parquet file, nor one of NumPy; {OneLine.Of(held)}.");
    }
}
