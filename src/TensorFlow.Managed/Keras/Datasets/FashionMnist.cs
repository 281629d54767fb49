using Tensorflow.Keras.Datasets.Sources;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// Zalando's article images, https://github.com/zalandoresearch/fashion-mnist: 60,000 pictures of clothes to train on and 10,000 to test
/// with, 28 x 28 in gray, in ten classes.
/// </summary>
public class FashionMnist
{
    private const string Variable = "FASHION_MNIST_DIR";

    internal FashionMnist()
    {
    }

    /// <summary>
    /// The data set. Without a folder it is taken from the one that the environment variable FASHION_MNIST_DIR names; when that is not set
    /// or empty, it is looked for in the user's cache folder and where Debian's package puts it, then it is downloaded to the cache folder.
    /// What is found this way is checked by its SHA-256.
    /// </summary>
    /// <param name="path">A folder with four IDX files of the same layout, plain or .gz, by the names that such files have. It may be
    /// another data set: any number of pictures.</param>
    /// <returns>Pictures (60000, 28, 28) and (10000, 28, 28), labels (60000,) and (10000,), all uint8.</returns>
    /// <exception cref="IOException">It is not to be had, or not where FASHION_MNIST_DIR says;
    /// the one-line message says what was tried.</exception>
    /// <exception cref="InvalidDataException">A file in <paramref name="path"/> is damaged or of another layout.</exception>
    public DatasetPass load_data(string? path = null)
    {
        if (path is not null)
            return DatasetFiles.FashionMnist.LoadAny(path);
        var named = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(named)
            ? new DatasetSearch(DatasetFiles.FashionMnist, DefaultSources()).Load()
            : DatasetFiles.FashionMnist.LoadNamed(Variable, named);
    }

    /// <summary>The data set, for those who need a part of it: of a data set of one's own the other files may be missing.</summary>
    /// <param name="path">As for <see cref="load_data"/>; or one IDX file of training pictures.</param>
    /// <param name="any_size">Whether square pictures of any size will do, also in colour.</param>
    /// <exception cref="IOException">There are no training pictures; the one-line message says what is there, or was tried.</exception>
    public ImageDataset open_data(string? path = null, bool any_size = false) => path is null
        ? new ImageDataset(DatasetFiles.FashionMnist, load_data())
        : new ImageDataset(DatasetFiles.FashionMnist, DatasetFolder.Open(path), any_size);

    /// <summary>Whether <see cref="open_data"/> finds training pictures without a download; they are looked at, not read.</summary>
    /// <param name="path">As there.</param>
    public bool is_at_hand(string? path = null)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (path is null)
            return string.IsNullOrEmpty(named) ? LocalSources().Any(source => source.Has(DatasetFiles.FashionMnist))
                : DatasetFolder.HasAll(named, DatasetFiles.FashionMnist);
        try
        {
            DatasetFolder.Open(path);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether pictures are the published ones, all to train on or all to test with, told by the SHA-256 of what an IDX file of
    /// them holds.</summary>
    /// <param name="pictures">uint8 of any shape.</param>
    public bool is_published(NDArray pictures)
    {
        DatasetFile[] files = [DatasetFiles.FashionMnist.TrainImages, DatasetFiles.FashionMnist.TestImages];
        return files.Any(file => file.Shape.Equals(pictures.shape) && file.Sha256 == new IdxContent(pictures).Sha256());
    }

    /// <summary>Where the data set is looked for when nobody says where it is, in this order.</summary>
    internal static IReadOnlyList<IDatasetSource> DefaultSources()
    {
        var cache = CacheFolder.Path("fashion-mnist");
        return
        [
            .. LocalSources(),
            // The publisher offers no https; the checksums guard the content.
            new PublisherDownload(new Uri("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"), cache),
            new DebianDownload("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist", cache),
        ];
    }

    private static FolderSource[] LocalSources() =>
        [new FolderSource("the cache folder", CacheFolder.Path("fashion-mnist")),
            new FolderSource("Debian's package", "/usr/share/datasets/fashion-mnist")];
}
