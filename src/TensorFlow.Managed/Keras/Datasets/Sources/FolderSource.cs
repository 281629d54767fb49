namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>A folder that may hold the files.</summary>
/// <param name="name">What it is called in a message.</param>
/// <param name="folder">Where it is; null when nobody said.</param>
internal sealed class FolderSource(string name, string? folder) : IDatasetSource
{
    public string Name => name;

    public string Provide(DatasetFiles files) => string.IsNullOrEmpty(folder) ? throw new DirectoryNotFoundException("not set") : folder;

    /// <summary>Whether all files are there, right or not.</summary>
    public bool Has(DatasetFiles files) => folder is not null
        && files.All.All(file => File.Exists(Path.Combine(folder, file.Name)) || File.Exists(Path.Combine(folder, file.Name + ".gz")));
}
