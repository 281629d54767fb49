using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Imaging;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Studio.Neighbours;

/// <summary>The pictures that a generator was trained on, to be searched: 47 MB for Fashion-MNIST.</summary>
internal sealed class TrainingSet
{
    /// <summary>Pictures that are searched between two looks at whether anybody still waits.</summary>
    private const int PicturesInBlock = 4096;

    private readonly byte[] _pixels;
    private readonly byte[]? _labels;
    private readonly IReadOnlyList<string>? _names;
    private readonly int _width;
    private readonly int _height;

    private TrainingSet(byte[] pixels, byte[]? labels, int width, int height, IReadOnlyList<string>? names) =>
        (_pixels, _labels, _width, _height, _names) = (pixels, labels, width, height, names);

    /// <summary>Whether it can be read without fetching anything.</summary>
    /// <param name="folder">A folder with the data; null for Fashion-MNIST where it is found.</param>
    internal static bool IsAtHand(string? folder) => keras.datasets.fashion_mnist.is_at_hand(folder);

    /// <summary>Reads it.</summary>
    /// <inheritdoc cref="IsAtHand"/>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal static TrainingSet Load(string? folder)
    {
        var data = keras.datasets.fashion_mnist.open_data(folder);
        var pictures = data.ReadTrainImages();
        var labels = data.ReadTrainLabels(pictures.shape[0])?.ToArray<byte>();
        // Nobody knows what the classes of other data are called.
        var names = folder is null ? FashionClassifier.ClassNames : null;
        return new TrainingSet(pictures.ToArray<byte>(), labels, (int)pictures.shape[2], (int)pictures.shape[1], names);
    }

    /// <summary>The pictures that are nearest to one, the nearest first; of two that are as near, the one that comes first.</summary>
    /// <param name="picture">Gray, of the same size.</param>
    /// <param name="count">How many; fewer where there are no more.</param>
    /// <param name="stop">Nobody waits any more.</param>
    /// <returns>Their numbers, and their Euclidean distances by pixels with brightness from 0 to 1.</returns>
    internal IReadOnlyList<(int Number, double Distance)> Nearest(Bitmap picture, int count, CancellationToken stop)
    {
        var nearest = new List<(int Number, int Squared)>();
        for (var i = 0; i < _pixels.Length / (_width * _height); i++)
        {
            if (i % PicturesInBlock == 0)
                stop.ThrowIfCancellationRequested();
            var squared = Squared(picture.Pixels, Pixels(i));
            if (nearest.Count == count && squared >= nearest[^1].Squared)
                continue;
            if (nearest.Count == count)
                nearest.RemoveAt(count - 1);
            var place = nearest.FindIndex(other => other.Squared > squared);
            nearest.Insert(place < 0 ? nearest.Count : place, (i, squared));
        }

        return [.. nearest.Select(one => (one.Number, Math.Sqrt(one.Squared) / byte.MaxValue))];
    }

    /// <summary>A picture by its number.</summary>
    internal Bitmap Picture(int number) => new(_width, _height, 1, Pixels(number).ToArray());

    /// <summary>Its class, and what that is called; null and "picture" where the data have no labels.</summary>
    internal (int? Label, string Name) Label(int number)
    {
        if (_labels is null)
            return (null, "picture");
        int label = _labels[number];
        return (label, _names is not null && label < _names.Count ? _names[label] : $"class {label}");
    }

    private ReadOnlySpan<byte> Pixels(int number) => _pixels.AsSpan(number * _width * _height, _width * _height);

    private static int Squared(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }
}
