using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using Tensorflow.NumPy;

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
        ClassCounts = Counts(rows.Count, labels, classes);
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

    /// <summary>What to call them: <c>Fashion-MNIST</c>, or the name of the folder or file; empty for pictures that were
    /// not read.</summary>
    public string Name { get; init; } = "";

    /// <summary>How they lay where they were read from, in words; empty for pictures that were not.</summary>
    public string Layout { get; init; } = "";

    /// <summary>Pictures that could not be decoded, and are not among these.</summary>
    public IReadOnlyList<LeftOut> Broken { get; init; } = [];

    /// <summary>How many pictures there are.</summary>
    public int Count => Rows.Count;

    /// <summary>How many pictures each class has.</summary>
    /// <param name="pictures">How many there are in all.</param>
    /// <param name="labels">uint8 (N): the number of each picture's class.</param>
    /// <param name="classes">What the classes are called.</param>
    /// <exception cref="ArgumentException">There are more or fewer labels than pictures, a label has no class, or a class no
    /// picture.</exception>
    internal static int[] Counts(long pictures, NDArray labels, ClassNames classes)
    {
        if (labels.ndim != 1 || labels.shape[0] != pictures)
            throw new ArgumentException(
                $"There are {pictures} pictures and labels of shape {labels.shape}; each picture needs one.");
        var counts = new int[ClassNames.Most];
        foreach (var label in labels.ToArray<byte>())
            counts[label]++;
        var last = Array.FindLastIndex(counts, count => count > 0);
        if (last >= classes.Count)
            throw new ArgumentException(
                $"A picture has the label {last}, and there are {classes.Count} classes, 0 to {classes.Count - 1}.");
        var empty = Array.IndexOf(counts, 0, 0, classes.Count);
        if (empty < 0)
            return counts[..classes.Count];
        var name = classes[empty] == ClassNames.Numbered(empty + 1)[empty] ? "" : $", {classes[empty]},";
        throw new ArgumentException($"Class {empty}{name} has no picture among {pictures}; it cannot be learned.");
    }

    /// <summary>Reads the training pictures of a data set; neither labels, where nobody asks for them, nor test pictures need be there.
    /// Classes are named by <see cref="ClassesFile"/> beside the pictures; those of Fashion-MNIST have its names, others are
    /// <c>class 0</c>, <c>class 1</c>, ...</summary>
    /// <param name="place">A folder or file with pictures; null to find or fetch Fashion-MNIST.</param>
    /// <param name="labelled">Whether labels are needed.</param>
    /// <param name="limit">The first so many pictures only; null for all.</param>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">They are damaged, or labels and pictures do not fit.</exception>
    public static PictureSet Read(string? place, bool labelled, int? limit = null) =>
        Read(new PictureOptions { Place = place, Limit = limit }, labelled);

    /// <summary>The same, of pictures of any kind, which are made alike.</summary>
    /// <param name="options">Which pictures, and how they are made alike.</param>
    /// <param name="labelled">Whether labels are needed; null to read them where there are any that will do.</param>
    /// <param name="progress">Is told how many of how many pictures are prepared, where they must be; on this thread.</param>
    /// <param name="stop">Ends the work; nothing is left behind.</param>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">They are damaged, or labels and pictures do not fit.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PictureSet Read(PictureOptions options, bool? labelled, Action<int, int>? progress = null,
        CancellationToken stop = default) => new PictureSetReader(options, progress, stop).Read(labelled);

    /// <summary>The pictures to judge by, where there are any.</summary>
    /// <param name="options">As for <see cref="Read(PictureOptions, bool?, Action{int, int}, CancellationToken)"/>, with the size and the
    /// colours of the training pictures.</param>
    /// <returns>The pictures, and their labels, uint8 (N), where they have any; null where there are no pictures.</returns>
    /// <inheritdoc cref="Read(PictureOptions, bool?, Action{int, int}, CancellationToken)" path="/exception"/>
    public static (PictureRows Rows, NDArray? Labels)? ReadTest(PictureOptions options) =>
        new PictureSetReader(options, progress: null, CancellationToken.None).ReadTest();
}
