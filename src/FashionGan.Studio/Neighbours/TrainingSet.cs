using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Sources;
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
    private readonly ClassNames _classes;

    private TrainingSet(byte[] pixels, byte[]? labels, PictureShape shape, ClassNames classes) =>
        (_pixels, _labels, Shape, _classes) = (pixels, labels, shape, classes);

    /// <summary>The size and colours of the pictures.</summary>
    internal PictureShape Shape { get; }

    /// <summary>Whether it can be read without fetching anything.</summary>
    /// <param name="place">A folder or file with the data; null for Fashion-MNIST where it is found.</param>
    /// <exception cref="IOException">Something there cannot be read.</exception>
    /// <exception cref="InvalidDataException">Pictures lie there in two ways, say.</exception>
    internal static bool IsAtHand(string? place)
    {
        if (place is null)
            return keras.datasets.fashion_mnist.is_at_hand();
        try
        {
            PictureSources.Require(place);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Reads it.</summary>
    /// <param name="options">Which pictures, and how they are made alike.</param>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal static TrainingSet Load(PictureOptions options)
    {
        var data = PictureSet.Read(options, labelled: null);
        return new TrainingSet(data.Pictures.ToArray<byte>(), data.Labels?.ToArray<byte>(), data.Rows.Shape, data.Classes);
    }

    /// <summary>The pictures that are nearest to one, the nearest first; of two that are as near, the one that comes first.</summary>
    /// <param name="picture">Of the same size and colours.</param>
    /// <param name="count">How many; fewer where there are no more.</param>
    /// <param name="stop">Nobody waits any more.</param>
    /// <returns>Their numbers, and their Euclidean distances by pixels with brightness, or each colour, from 0 to 1.</returns>
    internal IReadOnlyList<(int Number, double Distance)> Nearest(Bitmap picture, int count, CancellationToken stop)
    {
        var nearest = new List<(int Number, long Squared)>();
        for (var i = 0; i < _pixels.Length / Shape.Bytes; i++)
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
    internal Bitmap Picture(int number) => new(Shape.Size, Shape.Size, Shape.Channels, Pixels(number).ToArray());

    /// <summary>Its class, and what that is called; null and "picture" where the data have no labels.</summary>
    internal (int? Label, string Name) Label(int number)
    {
        if (_labels is null)
            return (null, "picture");
        int label = _labels[number];
        return (label, _classes[label]);
    }

    private ReadOnlySpan<byte> Pixels(int number) => _pixels.AsSpan(number * Shape.Bytes, Shape.Bytes);

    private static long Squared(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        // Up to 128 x 128 x 3 squares of bytes, which is more than an int holds.
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }
}
