namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>A folder that may hold the files.</summary>
/// <param name="name">What it is called in a message.</param>
/// <param name="folder">Where it is; null when nobody said.</param>
internal sealed class FolderSource(string name, string? folder) : IDatasetSource
{
    public string Name => name;

    public string Provide(DatasetFiles files) => string.IsNullOrEmpty(folder) ? throw new DirectoryNotFoundException("not set") : folder;
}
