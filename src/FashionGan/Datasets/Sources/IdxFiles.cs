using System.IO.Compression;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Files of the MNIST family: arrays of square pictures of any size, and arrays of labels, under the names that they go
/// by.</summary>
internal sealed class IdxFiles : PictureLayout
{
    internal override bool HasPictureFiles => false;

    /// <summary>Files of the usual names are meant as such, damaged or not; a file of another name must begin as one.</summary>
    internal override string? Sign(FolderFiles folder)
    {
        try
        {
            var file = keras.datasets.fashion_mnist.open_data(folder.Root, any_size: true).TrainImagesFile!;
            return HasUsualName(file) || BeginsAsIdx(file)
                ? Path.GetRelativePath(folder.Root, file) : null;
        }
        catch (IOException error) when (error is FileNotFoundException || !folder.Names().Any(HasUsualName))
        {
            return null;
        }
    }

    internal override FoundPictures Find(FolderFiles folder, SourceOptions options) => Find(folder.Root);

    /// <summary>Finds the pictures, and reads them.</summary>
    /// <param name="place">A folder, or the file of the training pictures.</param>
    /// <inheritdoc cref="PictureLayout.Find" path="/exception"/>
    internal static FoundPictures Find(string place)
    {
        var data = IdxData.Open(place);
        var train = data.ReadTrain();
        var test = data.ReadTest();
        var (labels, classes, wrong) = Labels(data, train);
        return new FoundPictures(data.Layout, classes, Pictures(data.TrainFile, train, labels, classes), [],
            test is null ? [] : Pictures(data.TestFile, test, labels is null ? null : data.ReadTestLabels(test), classes), [])
        {
            WhyNoClasses = wrong,
        };
    }

    /// <summary>The labels, and what their classes are called; none where there are none, or something is wrong with them, which is then
    /// said.</summary>
    /// <param name="data">The data.</param>
    /// <param name="train">Their training pictures.</param>
    internal static (NDArray? Labels, ClassNames Classes, string? Wrong) Labels(IdxData data, NDArray train)
    {
        try
        {
            if (data.ReadTrainLabels(train) is not var (labels, classes))
                return (null, ClassNames.None, null);
            _ = new PictureSet(train, labels, classes);
            return (labels, classes, null);
        }
        catch (ArgumentException error)
        {
            return (null, ClassNames.None, error.Message);
        }
    }

    /// <summary>The pictures of an array, for who prepares them one by one.</summary>
    /// <param name="path">The file that it was read from; null for Fashion-MNIST, which is always the same.</param>
    /// <param name="pictures">uint8 (N, size, size) or (N, size, size, 3).</param>
    /// <param name="labels">uint8 (N); null where there are none.</param>
    /// <param name="classes">The classes; labels beyond them count as none.</param>
    internal static List<SourcePicture> Pictures(string? path, NDArray pictures, NDArray? labels, ClassNames classes)
    {
        var (file, pixels, values) = (path is null ? null : new FileInfo(path), pictures.ToArray<byte>(), labels?.ToArray<byte>());
        int size = (int)pictures.shape[1], channels = pictures.ndim == 4 ? 3 : 1, bytes = size * size * channels;
        return [.. Enumerable.Range(0, (int)pictures.shape[0]).Select(number =>
            new SourcePicture($"{path ?? "Fashion-MNIST"}, picture {number}",
                values?[number] < classes.Count ? values[number] : SourcePicture.NoLabel)
            {
                Length = file?.Length ?? 0,
                Modified = file?.LastWriteTimeUtc ?? default,
                Pixels = () => new Bitmap(size, size, channels, pixels[(number * bytes)..((number + 1) * bytes)]),
            })];
    }

    private static bool HasUsualName(string path) => Path.GetFileName(path).Contains("-images", StringComparison.OrdinalIgnoreCase);

    private static bool BeginsAsIdx(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        try
        {
            var compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            using Stream content = compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
            return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0, 0, 8, 3 or 4];
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
