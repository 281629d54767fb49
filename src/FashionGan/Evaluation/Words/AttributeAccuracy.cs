using FashionGanTf.Captions;

namespace FashionGanTf.Evaluation.Words;

/// <summary>How often pictures are what their captions ask for.</summary>
/// <param name="Captions">How many captions there are.</param>
/// <param name="Class">The share of pictures that the classifier takes for the garment asked for; null without captions.</param>
/// <param name="Attributes">For each of <see cref="GarmentAttributes.All"/> the share of pictures in which the rule finds what was asked
/// for, of those of which it was asked; where the rule abstains, that is not found. Null where nobody asked.</param>
/// <param name="Abstained">The share of these in which the rule abstains.</param>
/// <param name="Whole">The share of pictures in which the class and all attributes of the caption are right.</param>
public sealed record AttributeAccuracy(
    int Captions, double? Class, IReadOnlyList<double?> Attributes, IReadOnlyList<double?> Abstained, double? Whole)
{
    /// <summary>Counts.</summary>
    /// <param name="asked">What each caption asks for.</param>
    /// <param name="found">What is measured in each picture by the rules of the class that was asked for.</param>
    /// <param name="named">The class that the classifier names of each.</param>
    internal static AttributeAccuracy Of(
        IReadOnlyList<Description> asked, IReadOnlyList<Description> found, IReadOnlyList<int> named)
    {
        var pairs = asked.Zip(found).ToArray();
        double? Share(int some, int all) => all == 0 ? null : (double)some / all;
        double? OfAttribute(int place, Func<int?, int, bool> counts)
        {
            var those = pairs.Where(pair => pair.First.Values[place] is not null).ToArray();
            return Share(those.Count(pair => counts(pair.Second.Values[place], pair.First.Values[place]!.Value)), those.Length);
        }

        var places = Enumerable.Range(0, GarmentAttributes.All.Count).ToArray();
        return new AttributeAccuracy(
            pairs.Length,
            Share(asked.Where((description, i) => description.Label == named[i]).Count(), pairs.Length),
            [.. places.Select(place => OfAttribute(place, (value, wanted) => value == wanted))],
            [.. places.Select(place => OfAttribute(place, (value, _) => value is null))],
            Share(pairs.Where((pair, i) => pair.First.Label == named[i] && pair.Second.Says(pair.First)).Count(), pairs.Length));
    }
}
