namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>A place where a data set may be, or be fetched from.</summary>
internal interface IDatasetSource
{
    /// <summary>What it is called in a message.</summary>
    string Name { get; }

    /// <summary>A folder that should hold the files; whoever reads them checks them.</summary>
    /// <exception cref="IOException">It has none; the message says why.</exception>
    string Provide(DatasetFiles files);
}
