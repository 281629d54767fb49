using FashionGanTf.Datasets;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Studies;

/// <summary>Which pictures a part of a study learns from.</summary>
internal static class StudyPictures
{
    /// <summary>A few real pictures of each class, chosen at random; with the same seed fewer are a part of more.</summary>
    /// <param name="all">The data set, with labels; of each class at least as many as are chosen.</param>
    /// <param name="part">How many.</param>
    /// <param name="seed">Chooses them.</param>
    internal static PictureSet Choose(PictureSet all, StudyPart part, int seed)
    {
        var numbers = tf.random.Generator.from_seed(seed).uniform(all.Count).ToArray<float>();
        var (labels, cut) = (all.Labels!.ToArray<byte>(), part.CutClass(seed, all.Classes.Count));
        var chosen = Enumerable.Range(0, all.Classes.Count).SelectMany(label => Enumerable.Range(0, all.Count)
            .Where(i => labels[i] == label).OrderBy(i => numbers[i])
            .Take(label == cut ? part.PerClass / StudyPart.Cut : part.PerClass)).ToArray();
        var places = np.array(chosen);
        return new PictureSet(all.Pictures[places], all.Labels[places], all.Classes);
    }

    /// <summary>Of each class so many drawn pictures that a classifier takes most surely for it.</summary>
    /// <param name="pictures">uint8 (N, size, size) or (N, size, size, 3).</param>
    /// <param name="labels">The class that each was asked for.</param>
    /// <param name="probabilities">float32 (N, classes), as the classifier has them.</param>
    /// <param name="perClass">How many of each class are kept.</param>
    internal static (NDArray Pictures, byte[] Labels) Surest(NDArray pictures, byte[] labels, NDArray probabilities, int perClass)
    {
        var (values, classes) = (probabilities.ToArray<float>(), (int)probabilities.shape[1]);
        var places = Enumerable.Range(0, labels.Length).GroupBy(i => labels[i])
            .SelectMany(own => own.OrderByDescending(i => values[i * classes + labels[i]]).Take(perClass)).ToArray();
        return (pictures[np.array(places)], [.. places.Select(place => labels[place])]);
    }

    /// <summary>What a classifier sees: of each class the same number, where there are drawn pictures one half of them real and the other
    /// drawn. Where there are too few they repeat.</summary>
    /// <param name="real">Real pictures.</param>
    /// <param name="drawn">Drawn ones of all classes or some, uint8, M of the same shape, and their labels; none for a classifier
    /// without.</param>
    /// <param name="perClass">How many of each class, an even number.</param>
    internal static (NDArray Pictures, NDArray Labels) Mix(PictureSet real, (NDArray Pictures, byte[] Labels)? drawn, int perClass)
    {
        var realLabels = real.Labels!.ToArray<byte>();
        byte[] labels = [.. realLabels, .. drawn?.Labels ?? []];
        var places = new List<int>();
        for (var label = 0; label < real.Classes.Count; label++)
        {
            var own = Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).ToLookup(i => i < realLabels.Length);
            var (fromReal, fromDrawn) = (own[true].ToList(), own[false].ToList());
            var half = fromDrawn.Count == 0 ? perClass : perClass / 2;
            places.AddRange(Enumerable.Range(0, half).Select(i => fromReal[i % fromReal.Count]));
            places.AddRange(Enumerable.Range(0, perClass - half).Select(i => fromDrawn[i % fromDrawn.Count]));
        }

        var all = drawn is { } more ? np.concatenate((real.Pictures, more.Pictures)) : real.Pictures;
        return (all[np.array(places.ToArray())], np.array([.. places.Select(place => labels[place])]));
    }
}
