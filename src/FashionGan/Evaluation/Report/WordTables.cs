using System.Globalization;
using FashionGanTf.Captions;
using FashionGanTf.Evaluation.Words;

namespace FashionGanTf.Evaluation.Report;

/// <summary>The tables of how well pictures are what words ask for.</summary>
internal static class WordTables
{
    /// <summary>The tables; none where nobody asked.</summary>
    internal static IReadOnlyList<ReportTable> Of(WordComparison? words)
    {
        if (words is null)
            return [];
        var sets = new[]
            {
                ("real pictures", words.Real), ("judged", words.Judged), ("class alone", words.ClassOnly), ("shuffled", words.Shuffled),
            }
            .Where(set => set.Item2 is not null).Select(set => (Name: set.Item1, Measures: set.Item2!)).ToArray();
        string[] columns = [.. sets.Select(set => set.Name)];
        ReportRow Row(string name, Func<WordMeasures, double?> value) =>
            new(name, [.. sets.Select(set => ReportTables.Text(value(set.Measures)))]);
        IEnumerable<ReportRow> Accuracy(Func<WordMeasures, AttributeAccuracy> of) =>
        [
            Row("class", measures => of(measures).Class),
            .. GarmentAttributes.All.Select((attribute, place) => Row(attribute.Name, measures => of(measures).Attributes[place])),
            Row("all of a caption", measures => of(measures).Whole),
        ];
        string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
        return
        [
            new ReportTable($"What {Count(words.Real.All.Captions)} captions ask for", columns,
            [
                .. Accuracy(measures => measures.All),
                Row("R@1 among 100 captions", measures => measures.Retrieval),
                Row(words.Real.Groups.Groups is > 0 and var groups ? $"Fréchet distance in {groups} groups"
                    : $"Fréchet distance in groups of {GroupDistance.Fewest}", measures => measures.Groups.Mean),
            ],
                "The share of pictures in which is measured what their caption asks for; where a rule abstains, it is not. Captions are " +
                "measured of test pictures, so for real pictures all but the class is 1 by definition; the classifier names the class. " +
                "Pictures of the class alone are drawn without the other words, and shuffled are real pictures with each other's " +
                "captions: what is right there is right by chance. R@1 is how often a picture is nearer to its caption than to 99 that " +
                "contradict it, by a scorer that has learned from real training pictures. The Fréchet distance is the mean over groups " +
                "of captions that say the same class and word; groups are small, so it is larger than that of all pictures."),
            new ReportTable($"Combinations that captions hold out, {Count(words.Real.HeldOut.Captions)} captions", columns,
            [
                .. Accuracy(measures => measures.HeldOut), Row("R@1 among 100 captions", measures => measures.HeldOutRetrieval),
            ],
                $"The same for captions that say {string.Join("; or ", HeldOut.Combinations)}: a model whose captions were written with " +
                "--hold-out has never seen these."),
        ];
    }
}
