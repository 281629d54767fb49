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
        return new FoundPictures(data.Layout, classes, ArrayPictures.Of(data.TrainFile, train, labels, classes), [],
            test is null ? [] : ArrayPictures.Of(data.TestFile, test, labels is null ? null : data.ReadTestLabels(test), classes), [])
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
            PictureSet.Counts(train.shape[0], labels, classes);
            return (labels, classes, null);
        }
        catch (ArgumentException error)
        {
            return (null, ClassNames.None, error.Message);
        }
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
