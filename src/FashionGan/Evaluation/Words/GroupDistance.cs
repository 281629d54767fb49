using FashionGanTf.Captions;
using FashionGanTf.Evaluation.Measures;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Words;

/// <summary>
/// Fréchet distance within groups of captions: a group is a class and a value of one attribute, as dark dresses. Pictures whose caption
/// says both are compared with as many real pictures in which both are measured, and the mean over groups is taken. Groups are small, so
/// that the distance is larger than that of all pictures, for real ones, too.
/// </summary>
/// <param name="Mean">The mean over groups; null where there is none.</param>
/// <param name="Groups">How many groups had enough pictures on both sides.</param>
public sealed record GroupDistance(double? Mean, int Groups)
{
    /// <summary>Pictures of a group that are too few to say anything: no more than there are features.</summary>
    internal const int Fewest = 129;

    /// <summary>Compares.</summary>
    /// <param name="features">float32 (N, D).</param>
    /// <param name="asked">What the N captions ask for.</param>
    /// <param name="realFeatures">float32 (M, D), of real pictures.</param>
    /// <param name="real">What is measured in these.</param>
    /// <param name="stop">Ends the work early.</param>
    internal static GroupDistance Of(
        NDArray features, IReadOnlyList<Description> asked, NDArray realFeatures, IReadOnlyList<Description> real, CancellationToken stop)
    {
        var distances = new List<double>();
        foreach (var group in EveryGroup())
        {
            stop.ThrowIfCancellationRequested();
            var (some, others) = (Matching(asked, group), Matching(real, group));
            var count = Math.Min(some.Length, others.Length);
            if (count < Fewest)
                continue;
            using var rows = features[np.array(some[..count])];
            using var realRows = realFeatures[np.array(others[..count])];
            distances.Add(FrechetDistance.Between(realRows, rows));
        }

        return new GroupDistance(distances.Count == 0 ? null : distances.Average(), distances.Count);
    }

    private static int[] Matching(IReadOnlyList<Description> descriptions, Description group) =>
        [.. Enumerable.Range(0, descriptions.Count).Where(i => descriptions[i].Says(group))];

    /// <summary>Every class with every value of each of its attributes.</summary>
    private static IEnumerable<Description> EveryGroup()
    {
        for (var place = 0; place < GarmentAttributes.All.Count; place++)
            foreach (var label in GarmentAttributes.All[place].Labels)
                for (var value = 0; value < GarmentAttributes.All[place].Values.Count; value++)
                {
                    var values = new int?[GarmentAttributes.All.Count];
                    values[place] = value;
                    yield return new Description(label, values);
                }
    }
}
