using FashionGanTf.Conditions;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Datasets.Sources;

/// <summary>A data set in IDX files, whose parts are read, and missed, only when they are asked for.</summary>
internal sealed class IdxData
{
    private const string Emnist = "emnist-", Letters = "emnist-letters-";

    private readonly string? _place;
    private readonly ImageDataset _data;

    private IdxData(string? place) => (_place, _data) = (place, keras.datasets.fashion_mnist.open_data(place, any_size: true));

    /// <summary>How the pictures lie there.</summary>
    internal string Layout => IsEmnist ? "IDX files of EMNIST, whose pictures lie mirrored and on their side there and are put upright"
        : "IDX files";

    /// <summary>The file with the pictures to train on; null for Fashion-MNIST without a place.</summary>
    internal string? TrainFile => _data.TrainImagesFile;

    /// <summary>The file with the pictures to judge by; null where there is none.</summary>
    internal string? TestFile => _data.TestImagesFile;

    private bool IsEmnist => HasPrefix(Emnist);

    /// <summary>Looks for the files.</summary>
    /// <param name="place">A folder, or the file of the training pictures; null to find or fetch Fashion-MNIST.</param>
    /// <exception cref="IOException">There are no training pictures; the one-line message says what is there, or was tried.</exception>
    internal static IdxData Open(string? place) => new(place);

    /// <summary>The pictures to train on, uint8 (N, size, size) in gray, (N, size, size, 3) in colour.</summary>
    /// <exception cref="InvalidDataException">They are damaged or not square.</exception>
    internal NDArray ReadTrain() => Upright(_data.ReadTrainImages());

    /// <summary>The pictures to judge by; null where there are none.</summary>
    /// <inheritdoc cref="ReadTrain" path="/exception"/>
    internal NDArray? ReadTest() => _data.HasTestImages ? Upright(_data.ReadTestImages()) : null;

    /// <summary>The labels of the pictures to train on, uint8 (N), and the names of their classes; null where there are none. Classes are
    /// named by <see cref="PictureSet.ClassesFile"/> beside the pictures; those of Fashion-MNIST have its names, EMNIST's letters are
    /// themselves, others are <c>class 0</c>, <c>class 1</c>, ...</summary>
    /// <param name="pictures">What <see cref="ReadTrain"/> gave.</param>
    /// <exception cref="InvalidDataException">They are damaged, or too many or too few.</exception>
    /// <exception cref="ArgumentException">The names are no names of classes.</exception>
    internal (NDArray Labels, ClassNames Classes)? ReadTrainLabels(NDArray pictures) =>
        FromZero(_data.ReadTrainLabels(pictures.shape[0])) is { } labels ? (labels, Names(pictures, labels)) : null;

    /// <summary>The labels of the pictures to judge by, uint8 (N); null where there are none.</summary>
    /// <param name="pictures">What <see cref="ReadTest"/> gave.</param>
    /// <inheritdoc cref="ReadTrain" path="/exception"/>
    internal NDArray? ReadTestLabels(NDArray pictures) => FromZero(_data.ReadTestLabels(pictures.shape[0]));

    /// <summary>The names in a <see cref="PictureSet.ClassesFile"/> beside pictures; null where there is none.</summary>
    /// <param name="place">The pictures' folder or file.</param>
    /// <exception cref="ArgumentException">They are no names of classes.</exception>
    internal static ClassNames? NamesBeside(string place)
    {
        var folder = Directory.Exists(place) ? place : Path.GetDirectoryName(Path.GetFullPath(place))!;
        var file = new[] { folder, Path.Combine(folder, "raw") }.Select(at => Path.Combine(at, PictureSet.ClassesFile))
            .FirstOrDefault(File.Exists);
        return file is null ? null
            : new ClassNames(File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Take(ClassNames.Most + 1));
    }

    private ClassNames Names(NDArray pictures, NDArray labels)
    {
        if (_place is not null && NamesBeside(_place) is { } names)
            return names;
        if (_place is null || keras.datasets.fashion_mnist.is_published(pictures))
            return ClassNames.FashionMnist;
        return HasPrefix(Letters) ? new ClassNames(Enumerable.Range('A', 26).Select(letter => $"{(char)letter}"))
            : ClassNames.Numbered(labels.ToArray<byte>().Max() + 1);
    }

    /// <summary>EMNIST's files have columns where others have rows (G. Cohen et al., "EMNIST: an extension of MNIST to handwritten
    /// letters", 2017, made with MATLAB).</summary>
    private NDArray Upright(NDArray pictures)
    {
        if (!IsEmnist)
            return pictures;
        var (size, pixels) = ((int)pictures.shape[1], pictures.ToArray<byte>());
        for (var first = 0; first < pixels.Length; first += size * size)
            for (var y = 0; y < size; y++)
                for (var x = 0; x < y; x++)
                {
                    ref var pixel = ref pixels[first + y * size + x];
                    ref var mirrored = ref pixels[first + x * size + y];
                    (pixel, mirrored) = (mirrored, pixel);
                }

        return np.array(pixels).reshape(pictures.shape);
    }

    /// <summary>EMNIST counts its letters from 1.</summary>
    private NDArray? FromZero(NDArray? labels) => labels is null || !HasPrefix(Letters) ? labels
        : np.array(Array.ConvertAll(labels.ToArray<byte>(), label => (byte)(label - 1)));

    private bool HasPrefix(string prefix) => TrainFile is not null
        && Path.GetFileName(TrainFile).StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
