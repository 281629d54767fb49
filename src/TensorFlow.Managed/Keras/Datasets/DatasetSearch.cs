using Tensorflow.Keras.Datasets.Sources;

namespace Tensorflow.Keras.Datasets;

/// <summary>Asks one source after the other for a data set.</summary>
internal sealed class DatasetSearch(DatasetFiles files, IReadOnlyList<IDatasetSource> sources)
{
    /// <summary>The data set from the first source that has it whole and genuine.</summary>
    /// <exception cref="FileNotFoundException">None has; the message says what was tried, and how to get the data.</exception>
    internal DatasetPass Load()
    {
        var tried = new List<string>();
        foreach (var source in sources)
        {
            try
            {
                return files.LoadGenuine(source.Provide(files));
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                tried.Add($"{source.Name} ({error.Message.TrimEnd('.')})");
            }
        }

        throw new FileNotFoundException(
            $"Fashion-MNIST is not to be had. Tried: {string.Join("; ", tried)}. "
            + "Either install Debian's package dataset-fashion-mnist, or download the four .gz files that " +
            "https://github.com/zalandoresearch/fashion-mnist "
            + "links to and name their folder in FASHION_MNIST_DIR (or with --data).");
    }
}
