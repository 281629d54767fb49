using System.Globalization;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Studies;

/// <summary>What a study takes its real pictures from, and what it judges classifiers by.</summary>
/// <param name="Train">Pictures to choose from, with labels.</param>
/// <param name="TestPictures">uint8 (N, 28, 28).</param>
/// <param name="TestLabels">Their classes.</param>
public sealed record StudyData(PictureSet Train, NDArray TestPictures, byte[] TestLabels)
{
    /// <summary>Reads a data set.</summary>
    /// <param name="place">A folder with four IDX files; null to find or fetch Fashion-MNIST.</param>
    /// <exception cref="IOException">It cannot be found or read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, has too many classes, or no test labels.</exception>
    public static StudyData Read(string? place)
    {
        var train = PictureSet.Read(place, labelled: true);
        if (train.Classes.Count > FashionClassifier.ClassCount)
            throw new InvalidDataException(
                $"{place} has {train.Classes.Count} classes; the classifier that judges tells {FashionClassifier.ClassCount} apart.");
        var data = keras.datasets.fashion_mnist.open_data(place);
        var pictures = data.ReadTestImages();
        var labels = data.ReadTestLabels(pictures.shape[0]) ?? throw new InvalidDataException(
            $"{place} has no labels of its test pictures, t10k-labels-idx1-ubyte.gz; classifiers are judged by them.");
        return new StudyData(train, pictures, labels.ToArray<byte>());
    }

    /// <summary>Requires enough pictures of each class.</summary>
    /// <exception cref="ArgumentException">One has fewer.</exception>
    internal void Require(int perClass)
    {
        var (counts, classes) = (Train.ClassCounts, Train.Classes);
        for (var label = 0; label < counts.Count; label++)
            if (counts[label] < perClass)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Class {label}, {classes[label]}, has {counts[label]} pictures; a part of the study takes {perClass} of each class."));
    }
}
