using System.Globalization;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;

namespace FashionGanTf.Evaluation.Report;

/// <summary>The tables of an evaluation.</summary>
public static class ReportTables
{
    /// <summary>The tables, most important first.</summary>
    public static IReadOnlyList<ReportTable> Of(EvaluationResult result)
    {
        var tables = new List<ReportTable> { Quality(result), Classes(result), Memorised(result) };
        if (result.Discriminator is { } accuracy)
            tables.Insert(1, new ReportTable("Discriminator accuracy", ["test pictures", "drawn", "together"],
                [new ReportRow("share that it is right about (0.5 by guessing)", Text(accuracy.Real), Text(accuracy.Fake),
                    Text(accuracy.Together))]));
        return tables;
    }

    private static ReportTable Quality(EvaluationResult result)
    {
        SetMeasures[] sets = [result.Floor, result.Judged, result.Ceiling];
        ReportRow Row(string name, Func<SetMeasures, string> cell) => new(name, [.. sets.Select(cell)]);
        return new ReportTable("Beside real pictures and noise",
            [$"floor: {result.Floor.Name}", "pictures", $"ceiling: {result.Ceiling.Name}"],
        [
            Row("Fréchet classifier distance", set => Text(set.Frechet)),
            Row("kernel distance (± over subsets)", set => $"{Text(set.Kernel)} ± {Text(set.KernelDeviation)}"),
            Row("precision", set => Text(set.Manifolds?.Precision)),
            Row("recall", set => Text(set.Manifolds?.Recall)),
            Row("density", set => Text(set.Manifolds?.Density)),
            Row("coverage", set => Text(set.Manifolds?.Coverage)),
            Row("overlap of pixel intensities", set => Text(set.PixelOverlap)),
            Row("classifier confidence", set => Text(set.Classes.Confidence)),
            Row("distance of classes from uniform", set => Text(set.Classes.DistanceFromUniform)),
        ]);
    }

    private static ReportTable Classes(EvaluationResult result) => new(
        "Share of each class", [result.Floor.Name, "pictures"],
        [.. FashionClassifier.ClassNames
            .Select((name, i) => new ReportRow(name, Text(result.Floor.Classes.Shares[i]), Text(result.Judged.Classes.Shares[i])))]);

    private static ReportTable Memorised(EvaluationResult result)
    {
        Memorisation[] spaces = [result.PixelMemorisation, result.FeatureMemorisation];
        ReportRow Row(string name, Func<Memorisation, string> cell) => new(name, [.. spaces.Select(cell)]);
        return new ReportTable("Nearest training pictures", ["by pixels", "by features"],
        [
            Row("mean distance of pictures", space => Text(space.MeanDistance)),
            Row("mean distance of test pictures", space => Text(space.TestMeanDistance)),
            Row("share closer than 99 % of test pictures (0.01)", space => Text(space.ShareVeryClose)),
            Row("how often closer than a test picture (0.5)", space => Text(space.ShareCloser)),
            Row("p-value of so many by chance", space => Probability(space.PValue)),
            Row("exact copies", space => space.Copies.ToString(CultureInfo.InvariantCulture)),
        ]);
    }

    /// <summary>Four digits that say something; a dash for what was not measured.</summary>
    private static string Text(double? value) => value switch
    {
        null => "–",
        { } number when Math.Abs(number) >= 1000 => number.ToString("0", CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) >= 10 => number.ToString("0.00", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    private static string Probability(double p) => p < 1e-4 ? p < 1e-99 ? "< 1e-99" : p.ToString("0.0e-0", CultureInfo.InvariantCulture)
        : Text(p);
}
