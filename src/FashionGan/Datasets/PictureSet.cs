using FashionGanTf.Conditions;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Datasets;

/// <summary>Pictures to train on, and what they show where that is known.</summary>
public sealed class PictureSet
{
    /// <summary>The file beside the pictures that names their classes, a line each.</summary>
    public const string ClassesFile = "classes.txt";

    /// <summary>Pictures in memory, without labels.</summary>
    /// <param name="pictures">uint8 (N, H, W), or (N, H, W, 3) in colour; H = W.</param>
    public PictureSet(NDArray pictures)
        : this(new ArrayRows(pictures))
    {
    }

    /// <summary>Pictures without labels.</summary>
    public PictureSet(PictureRows rows) => (Rows, Classes) = (rows, ClassNames.None);

    /// <summary>Pictures in memory, with labels.</summary>
    /// <inheritdoc cref="PictureSet(PictureRows, NDArray, ClassNames)"/>
    /// <param name="pictures">uint8 (N, H, W), or (N, H, W, 3) in colour; H = W.</param>
    /// <param name="labels">uint8 (N): the number of each picture's class.</param>
    /// <param name="classes">What the classes are called; each has a picture.</param>
    public PictureSet(NDArray pictures, NDArray labels, ClassNames classes)
        : this(new ArrayRows(pictures), labels, classes)
    {
    }

    /// <summary>Pictures with labels.</summary>
    /// <param name="rows">The pictures.</param>
    /// <param name="labels">uint8 (N): the number of each picture's class.</param>
    /// <param name="classes">What the classes are called; each has a picture.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than pictures, a label has no class, or a class no
    /// picture.</exception>
    public PictureSet(PictureRows rows, NDArray labels, ClassNames classes)
    {
        (Rows, Labels, Classes) = (rows, labels, classes);
        if (labels.ndim != 1 || labels.shape[0] != rows.Count)
            throw new ArgumentException(
                $"There are {rows.Count} pictures and labels of shape {labels.shape}; each picture needs one.");
        var counts = new int[ClassNames.Most];
        foreach (var label in labels.ToArray<byte>())
            counts[label]++;
        var last = Array.FindLastIndex(counts, count => count > 0);
        if (last >= classes.Count)
            throw new ArgumentException(
                $"A picture has the label {last}, and there are {classes.Count} classes, 0 to {classes.Count - 1}.");
        var empty = Array.IndexOf(counts, 0, 0, classes.Count);
        if (empty >= 0)
            throw new ArgumentException(
                $"Class {empty}, {classes[empty]}, has no picture among {rows.Count}; it cannot be learned.");
        ClassCounts = counts[..classes.Count];
    }

    /// <summary>The pictures, wherever they are.</summary>
    public PictureRows Rows { get; }

    /// <summary>All pictures in memory, uint8 (N, H, W), or (N, H, W, 3) in colour. From disk they are read each time.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public NDArray Pictures => Rows.First(Count);

    /// <summary>uint8 (N), the number of each picture's class; null where nobody asked for them.</summary>
    public NDArray? Labels { get; }

    /// <summary>What the classes are called; none without labels.</summary>
    public ClassNames Classes { get; }

    /// <summary>How many pictures each class has, in the order of the labels; none without labels.</summary>
    public IReadOnlyList<int> ClassCounts { get; } = [];

    /// <summary>How many pictures there are.</summary>
    public int Count => Rows.Count;

    /// <summary>Reads the training pictures of a data set; neither labels, where nobody asks for them, nor test pictures need be there.
    /// Classes are named by <see cref="ClassesFile"/> beside the pictures; those of Fashion-MNIST have its names, others are
    /// <c>class 0</c>, <c>class 1</c>, ...</summary>
    /// <param name="place">A folder with IDX files, or one of them; null to find or fetch Fashion-MNIST.</param>
    /// <param name="labelled">Whether labels are needed.</param>
    /// <param name="limit">The first so many pictures only; null for all.</param>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">They are damaged, or labels and pictures do not fit.</exception>
    public static PictureSet Read(string? place, bool labelled, int? limit = null)
    {
        var data = keras.datasets.fashion_mnist.open_data(place);
        var pictures = data.ReadTrainImages();
        if (!labelled)
            return new PictureSet(First(pictures, limit));
        var labels = data.ReadTrainLabels(pictures.shape[0]) ?? throw new FileNotFoundException(
            $"{place} has no file of labels, train-labels-idx1-ubyte.gz, beside its pictures; a training with classes needs it.");
        try
        {
            return new PictureSet(First(pictures, limit), First(labels, limit), Names(place, pictures, labels));
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(place is null ? error.Message : $"{place}: {error.Message}", error);
        }
    }

    private static ClassNames Names(string? place, NDArray pictures, NDArray labels)
    {
        if (place is not null && ClassesBeside(place) is { } file)
            return new ClassNames(File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Take(ClassNames.Most + 1));
        return place is null || keras.datasets.fashion_mnist.is_published(pictures)
            ? ClassNames.FashionMnist : ClassNames.Numbered(labels.ToArray<byte>().Max() + 1);
    }

    private static string? ClassesBeside(string place)
    {
        var folder = Directory.Exists(place) ? place : Path.GetDirectoryName(Path.GetFullPath(place))!;
        return new[] { folder, Path.Combine(folder, "raw") }.Select(at => Path.Combine(at, ClassesFile)).FirstOrDefault(File.Exists);
    }

    private static NDArray First(NDArray array, int? count) => count < array.shape[0] ? array[$":{count}"] : array;
}
