using Tensorflow.Keras.Datasets.Sources;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// Zalando's article images, https://github.com/zalandoresearch/fashion-mnist: 60,000 pictures of clothes to train on and 10,000 to test
/// with, 28 x 28 in gray, in ten classes.
/// </summary>
public class FashionMnist
{
    internal FashionMnist()
    {
    }

    /// <summary>
    /// The data set. Without a folder it is looked for where the environment variable FASHION_MNIST_DIR says, in the user's cache folder and
    /// where Debian's package puts it; then it is downloaded to the cache folder. What is found this way is checked by its SHA-256.
    /// </summary>
    /// <param name="path">A folder with four IDX files of the same names and layout, plain or .gz. It may be another data set: any number of pictures.</param>
    /// <returns>Pictures (60000, 28, 28) and (10000, 28, 28), labels (60000,) and (10000,), all uint8.</returns>
    /// <exception cref="IOException">It is not to be had; the one-line message says what was tried.</exception>
    /// <exception cref="InvalidDataException">A file in <paramref name="path"/> is damaged or of another layout.</exception>
    public DatasetPass load_data(string? path = null) => path is null
        ? new DatasetSearch(DatasetFiles.FashionMnist, DefaultSources()).Load()
        : DatasetFiles.FashionMnist.LoadAny(path);

    /// <summary>Where the data set is looked for, in this order.</summary>
    internal static IReadOnlyList<IDatasetSource> DefaultSources()
    {
        var cache = CacheFolder.Path("fashion-mnist");
        return
        [
            new FolderSource("FASHION_MNIST_DIR", Environment.GetEnvironmentVariable("FASHION_MNIST_DIR")),
            new FolderSource("the cache folder", cache),
            new FolderSource("Debian's package", "/usr/share/datasets/fashion-mnist"),
            // The publisher offers no https; the checksums guard the content.
            new PublisherDownload(new Uri("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"), cache),
            new DebianDownload("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist", cache),
        ];
    }
}
