using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using Tensorflow;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets.Sources;

/// <summary>
/// NumPy's files: <c>.npz</c> with arrays of pictures and of labels as <c>keras.datasets</c>, MedMNIST and this program name them, and
/// <c>.npy</c> with pictures alone. Pictures are uint8 (N, height, width), with a last axis of 1 for gray, of 3 for colour.
/// </summary>
internal sealed class NumPyFiles : PictureLayout
{
    private const string Npz = ".npz", Npy = ".npy";

    /// <summary>Names of pictures and their labels: of what is trained on, of what settings are chosen by, of what judges.</summary>
    private static readonly (Split Split, string Pictures, string Labels)[] s_names =
    [
        (Split.Train, "x_train", "y_train"), (Split.Train, "train_images", "train_labels"), (Split.Train, "images", "labels"),
        (Split.Validation, "x_val", "y_val"), (Split.Validation, "val_images", "val_labels"),
        (Split.Test, "x_test", "y_test"), (Split.Test, "test_images", "test_labels"),
    ];

    internal override bool HasPictureFiles => false;

    /// <summary>Whether a file is one of NumPy's, by its name.</summary>
    internal static bool Is(string path) => Path.GetExtension(path).ToLowerInvariant() is Npz or Npy;

    internal override string? Sign(FolderFiles folder) => folder.Names().FirstOrDefault(Is);

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options)
    {
        var files = folder.Names().Where(Is).ToList();
        return files.Count == 1 ? Find(Path.Combine(folder.Root, files[0])) : throw new InvalidDataException(
            $"{folder.Root} has {files.Count} files of NumPy, {string.Join(", ", files.Take(2))}{(files.Count > 2 ? ", ..." : "")}; " +
            "name one of them.");
    }

    /// <summary>Finds the pictures in a file, and reads them.</summary>
    /// <inheritdoc cref="PictureLayout.Find" path="/exception"/>
    internal static FoundPictures Find(string path)
    {
        if (Path.GetExtension(path).Equals(Npy, StringComparison.OrdinalIgnoreCase))
            return new FoundPictures("an array of NumPy", ClassNames.None,
                ArrayPictures.Of(path, Checked(path, "it", np.load(path)), null, ClassNames.None), [], [], []);
        var arrays = np.loadz(path);
        var parts = Enum.GetValues<Split>().ToDictionary(split => split, split => Part(path, arrays, split));
        if (parts[Split.Train] is not { } train)
            throw new InvalidDataException($"{path} has no array of pictures to train on, x_train, train_images or images; it has " +
                $"{(arrays.Keys.Any() ? string.Join(", ", arrays.Keys) : "none")}.");
        var (classes, wrong) = Classes(path, train.Pictures, train.Labels);
        var known = s_names.SelectMany(name => new[] { name.Pictures, name.Labels }).ToHashSet();
        return new FoundPictures("arrays of NumPy", classes, Of(Split.Train), Of(Split.Validation), Of(Split.Test),
            [.. arrays.Keys.Where(name => !known.Contains(name)).Select(name => new LeftOut(name, "its name tells no part of a data set"))])
        {
            WhyNoClasses = wrong,
        };

        List<SourcePicture> Of(Split split) => parts[split] is not { } part ? []
            : ArrayPictures.Of(path, part.Pictures, classes.Count == 0 ? null : part.Labels, classes, $"{part.Name}, picture");
    }

    private static (string Name, NDArray Pictures, NDArray? Labels)? Part(string path, NpzDictionary arrays, Split split)
    {
        foreach (var (_, pictures, labels) in s_names.Where(name => name.Split == split && arrays.ContainsKey(name.Pictures)))
        {
            var array = Checked(path, pictures, arrays[pictures]);
            return (pictures, array, arrays.ContainsKey(labels) ? Labels(path, labels, arrays[labels], array.shape[0]) : null);
        }

        return null;
    }

    private static NDArray Checked(string path, string name, NDArray pictures)
    {
        if (pictures.dtype != TF_DataType.TF_UINT8)
            throw new InvalidDataException($"{path}: {name} is no array of uint8, from 0 to 255, as pictures are; convert it with " +
                "NumPy's astype.");
        var shape = pictures.shape;
        if (shape.ndim is not (3 or 4) || (shape.ndim == 4 && shape[3] is not (1 or 3)) || shape.size == 0)
            throw new InvalidDataException($"{path}: {name} has the shape {shape}; pictures are (N, height, width), with a last " +
                "axis of 3 in colour.");
        return shape.ndim == 4 && shape[3] == 1 ? pictures.reshape(shape[..3]) : pictures;
    }

    /// <summary>Labels as bytes; a last axis of 1, as MedMNIST and CIFAR have it, is taken away.</summary>
    private static NDArray Labels(string path, string name, NDArray labels, long count)
    {
        if (labels.shape.size != count || labels.shape[0] != count)
            throw new InvalidDataException($"{path}: {name} has the shape {labels.shape}; {count} pictures need as many labels.");
        var values = labels.reshape(new Shape(count)).astype(np.int64).ToArray<long>();
        return Array.Find(values, value => value is < 0 or >= ClassNames.Most) is var wrong and not 0
            ? throw new InvalidDataException($"{path}: {name} has the label {wrong}; 0 to {ClassNames.Most - 1} are read.")
            : np.array(Array.ConvertAll(values, value => (byte)value));
    }

    private static (ClassNames Classes, string? Wrong) Classes(string path, NDArray pictures, NDArray? labels)
    {
        if (labels is null)
            return (ClassNames.None, null);
        try
        {
            var classes = IdxData.NamesBeside(path) ?? ClassNames.Numbered(labels.ToArray<byte>().Max() + 1);
            PictureSet.Counts(pictures.shape[0], labels, classes);
            return (classes, null);
        }
        catch (ArgumentException error)
        {
            return (ClassNames.None, error.Message);
        }
    }
}
