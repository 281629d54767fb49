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
    private readonly Func<string, NDArray> _readImages;

    internal ImageDataset(DatasetFiles files, DatasetFolder folder, bool anySize) =>
        (_files, _folder, _readImages) = (files, folder, anySize ? DatasetFiles.ReadSquareImages : files.ReadImages);

    internal ImageDataset(DatasetFiles files, DatasetPass whole) => (_files, _whole, _readImages) = (files, whole, files.ReadImages);

    /// <summary>The file with the pictures to train on; null for what was found without a place.</summary>
    public string? TrainImagesFile => _folder?.Require(_files.TrainImages);

    /// <summary>The file with the pictures to judge by; null where there is none, and for what was found without a place.</summary>
    public string? TestImagesFile => _folder?.Find(_files.TestImages);

    /// <summary>The pictures to train on, uint8 (N, 28, 28); where any size was asked for, (N, size, size) in gray or
    /// (N, size, size, 3) in colour.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its pictures are of another size.</exception>
    public NDArray ReadTrainImages() => _whole?.Train.Item1 ?? _readImages(_folder!.Require(_files.TrainImages));

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

    /// <summary>The pictures to judge by, as those to train on.</summary>
    /// <exception cref="FileNotFoundException">There is no file of them; the message says what is there.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or its pictures are of another size.</exception>
    public NDArray ReadTestImages() => _whole?.Test.Item1 ?? _readImages(_folder!.Require(_files.TestImages));
}
