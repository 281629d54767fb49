using System.Globalization;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using Tensorflow.NumPy;

namespace FashionGanTf.Studies;

/// <summary>What a study takes its real pictures from, and what it judges classifiers by.</summary>
/// <param name="Train">Pictures to choose from, with labels.</param>
/// <param name="TestPictures">uint8 (N, size, size) or (N, size, size, 3).</param>
/// <param name="TestLabels">Their classes.</param>
/// <param name="TestName">What stands for test pictures where the data has none: a name of <see cref="PictureParts"/>.</param>
public sealed record StudyData(PictureSet Train, NDArray TestPictures, byte[] TestLabels, string TestName)
{
    /// <summary>What classifiers are judged by, for people.</summary>
    internal string JudgedBy => string.Create(CultureInfo.InvariantCulture,
        $"{TestLabels.Length} pictures ({TestName}) of {TestLabels.Distinct().Count(label => label < Train.Classes.Count)} of " +
        $"{Train.Classes.Count} classes");

    /// <summary>Reads a data set.</summary>
    /// <param name="options">Which, and how its pictures are made alike.</param>
    /// <param name="progress">Is told how many of how many pictures are prepared, where they must be; on this thread.</param>
    /// <param name="stop">Ends that.</param>
    /// <exception cref="IOException">It cannot be found or read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, has no labels, or none of its test pictures.</exception>
    /// <exception cref="ArgumentException">It has one class only.</exception>
    public static StudyData Read(PictureOptions options, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var data = PictureParts.Read(options, labelled: true, progress, stop);
        ClassifierTraining.Require(data.Train);
        var labels = data.OtherLabels ?? throw new InvalidDataException(
            $"{options.Place} has no labels of its {data.Name} pictures; classifiers are judged by them.");
        return new StudyData(data.Train, data.Others.First(data.Others.Count), labels.ToArray<byte>(), data.Name);
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
