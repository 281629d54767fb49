using Tensorflow.NumPy;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// A data set whose parts are read, and missed, only when they are asked for: who trains on pictures needs neither labels nor test files.
/// </summary>
public sealed class ImageDataset
{
    private readonly DatasetFiles _files;
    private readonly DatasetFolder? _folder;
    private readonly DatasetPass? _whole;

    internal ImageDataset(DatasetFiles files, DatasetFolder folder) => (_files, _folder) = (files, folder);

    internal ImageDataset(DatasetFiles files, DatasetPass whole) => (_files, _whole) = (files, whole);

    /// <summary>The pictures to train on, uint8 (N, 28, 28).</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its pictures are of another size.</exception>
    public NDArray ReadTrainImages() => _whole?.Train.Item1 ?? _files.ReadImages(_folder!.Require(_files.TrainImages));

    /// <summary>Their labels, uint8 (N,); null when there is no file of them.</summary>
    /// <param name="count">How many there must be.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or there are more or fewer.</exception>
    public NDArray? ReadTrainLabels(long count) => _whole is not null ? _whole.Train.Item2
        : _folder!.Find(_files.TrainLabels) is { } path ? DatasetFiles.ReadLabels(path, count) : null;

    /// <summary>The labels of the pictures to judge by, uint8 (N,); null when there is no file of them.</summary>
    /// <param name="count">How many there must be.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or there are more or fewer.</exception>
    public NDArray? ReadTestLabels(long count) => _whole is not null ? _whole.Test.Item2
        : _folder!.Find(_files.TestLabels) is { } path ? DatasetFiles.ReadLabels(path, count) : null;

    /// <summary>Whether there is a file of pictures to judge by.</summary>
    public bool HasTestImages => _whole is not null || _folder!.Find(_files.TestImages) is not null;

    /// <summary>The pictures to judge by, uint8 (N, 28, 28).</summary>
    /// <exception cref="FileNotFoundException">There is no file of them; the message says what is there.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its pictures are of another size.</exception>
    public NDArray ReadTestImages() => _whole?.Test.Item1 ?? _files.ReadImages(_folder!.Require(_files.TestImages));
}
