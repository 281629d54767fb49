using System.Globalization;
using FashionGanTf.Evaluation.Measures;

namespace FashionGanTf.Evaluation.Report;

/// <summary>The tables of an evaluation.</summary>
public static class ReportTables
{
    private const string RealPictures = "real pictures";
    private const string Judged = "judged";

    /// <summary>What was compared with what, in one line.</summary>
    public static string Head(EvaluationResult result) =>
        $"{result.Judged.Pictures} pictures of {result.Source}, compared with {result.ReferencePictures} {result.ReferenceInWords}; " +
        $"seed {result.Seed}.{(result.Foreign is null ? "" : $" The classifier was not made for this {result.Foreign}.")}";

    /// <summary>The tables, most important first.</summary>
    public static IReadOnlyList<ReportTable> Of(EvaluationResult result) =>
        [Compared(result), Quality(result), .. Asked(result), .. WordTables.Of(result.Words), .. Discriminator(result.Discriminator),
            .. Classes(result), Memorised(result)];

    private static IEnumerable<ReportTable> Discriminator(DiscriminatorAccuracy? accuracy) => accuracy is null ? [] :
    [
        new ReportTable("Discriminator accuracy", ["test pictures", Judged, "together"],
            [new ReportRow("d_accuracy (0.5 by guessing)", Text(accuracy.Real), Text(accuracy.Fake),
                Text(accuracy.Together))],
            "How often the discriminator takes test pictures for real and the judged ones for drawn, and the mean of both. One that only " +
            "guesses is right on half of them: 0.5."),
    ];

    /// <summary>What stands in the columns of the others.</summary>
    private static ReportTable Compared(EvaluationResult result)
    {
        ReportRow Row(string name, int count, string what) => new(name, count.ToString(CultureInfo.InvariantCulture), what);
        return new ReportTable("What is compared", ["count", "of"],
        [
            Row("reference", result.ReferencePictures, result.ReferenceInWords),
            Row(RealPictures, result.Real.Pictures, $"{result.Real.Name} of {result.Data}"),
            Row(Judged, result.Judged.Pictures, result.Source),
            Row("noise", result.Noise.Pictures, "any brightness in any pixel"),
            Row("features", result.Features.Count, result.Features.InWords),
        ],
            "The three sets below the reference are compared with it, each picture described by the same features, whose weights have " +
            $"the SHA-256 {result.Features.Sha256}.");
    }

    private static ReportTable Quality(EvaluationResult result)
    {
        SetMeasures[] sets = [result.Real, result.Judged, result.Noise];
        ReportRow Row(string name, Func<SetMeasures, string> cell) => new(name, [.. sets.Select(cell)]);
        ReportRow[] classes = result.Classes.Count == 0 ? [] :
        [
            Row("classifier confidence", set => Text(set.Classes?.Confidence)),
            Row("distance of classes from uniform", set => Text(set.Classes?.DistanceFromUniform)),
        ];
        ReportRow[] distances =
        [
            Row("Fréchet distance", set => Text(set.Frechet)),
            Row("kernel distance (± over subsets)", set => $"{Text(set.Kernel)} ± {Text(set.KernelDeviation)}"),
        ];
        if (result.IsFrechetBiased)
            Array.Reverse(distances);
        return new ReportTable($"Beside {result.Real.Name} and {result.Noise.Name}",
            [.. new[] { RealPictures, Judged, "noise" }.Zip(sets, (name, set) => $"{name} ({set.Pictures})")],
        [
            .. distances,
            Row("precision", set => Text(set.Manifolds?.Precision)),
            Row("recall", set => Text(set.Manifolds?.Recall)),
            Row("density", set => Text(set.Manifolds?.Density)),
            Row("coverage", set => Text(set.Manifolds?.Coverage)),
            Row("overlap of pixel intensities", set => Text(set.PixelOverlap)),
            .. classes,
        ],
            $"Each column is compared with the same {result.ReferencePictures} {result.ReferenceInWords}; the number of its own " +
            $"pictures stands in brackets. Real pictures ({result.Real.Name}) show the best that can be expected, noise (any brightness " +
            "in any pixel) the worst. Judged pictures are the better, the nearer their figures are to those of real pictures. Distances " +
            $"and neighbours are measured in the {result.Features.Count} features of {result.Features.InWords}; they cannot be compared " +
            "with distances in other features.");
    }

    private static IEnumerable<ReportTable> Asked(EvaluationResult result) => result.Conditional is not { } measures ? [] :
    [
        new ReportTable("Classes that were asked for", [RealPictures, Judged],
        [
            new ReportRow("label match (GAN-test)", Text(measures.RealMatch.All), Text(measures.Match.All)),
            new ReportRow("accuracy of a classifier trained on them (CAS)", Text(measures.TrainedOnReal), Text(measures.TrainedOnDrawn)),
        ],
            "Label match is the share of pictures that the classifier takes for the class that was asked for; for real pictures, test " +
            "pictures whose class it names. The classification accuracy score (CAS) is the accuracy on all test pictures of a classifier " +
            "trained on drawn pictures alone, as many as there are training pictures, after its last epoch; for real pictures, of the " +
            "same classifier trained on the training pictures."),
        new ReportTable("By class",
            ["label match, real", Judged, "Fréchet distance, real", Judged, "recall, real", Judged],
            [.. result.Classes.Select((name, i) => new ReportRow(
                name, Text(measures.RealMatch.ByClass[i]), Text(measures.Match.ByClass[i]), Text(measures.Real[i].Frechet),
                Text(measures.Judged[i].Frechet), Text(measures.Real[i].Recall), Text(measures.Judged[i].Recall)))],
            "Each class compared with the reference's pictures of that class. A class has but a part of the pictures, so Fréchet " +
            "distances are larger than that of all."),
    ];

    private static IEnumerable<ReportTable> Classes(EvaluationResult result) =>
        result is { Real.Classes: { } real, Judged.Classes: { } judged }
            ? [new ReportTable("Share of each class", [RealPictures, Judged],
                [.. result.Classes.Select((name, i) => new ReportRow(name, Text(real.Shares[i]), Text(judged.Shares[i])))],
                "As the classifier names them.")]
            : [];

    private static ReportTable Memorised(EvaluationResult result)
    {
        Memorisation[] spaces = [result.PixelMemorisation, result.FeatureMemorisation];
        ReportRow Row(string name, Func<Memorisation, string> cell) => new(name, [.. spaces.Select(cell)]);
        return new ReportTable("Nearest training pictures", ["by pixels", "by features"],
        [
            Row("mean distance of judged pictures", space => Text(space.MeanDistance)),
            Row("mean distance of test pictures", space => Text(space.TestMeanDistance)),
            Row("share closer than 99 % of test pictures (0.01 by chance)", space => Text(space.ShareVeryClose)),
            Row("how often closer than a test picture (0.5 by chance)", space => Text(space.ShareCloser)),
            Row("p-value of so many by chance", space => Probability(space.PValue)),
            Row("exact copies", space => space.Copies.ToString(CultureInfo.InvariantCulture)),
        ],
            "Whether the judged pictures are copies of training pictures. Test pictures were not seen in training, so they come near to " +
            "training pictures by chance only. Pictures that were not copied either are closer than 99 % of the test pictures once in a " +
            "hundred times (0.01 by chance), and closer than a test picture every second time (0.5 by chance). Shares well above these, " +
            "with a small p-value, mean copying.");
    }

    /// <summary>Four digits that say something; a dash for what was not measured.</summary>
    internal static string Text(double? value) => value switch
    {
        null => "–",
        { } number when Math.Abs(number) >= 1000 => number.ToString("0", CultureInfo.InvariantCulture),
        { } number when Math.Abs(number) >= 10 => number.ToString("0.00", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    private static string Probability(double p) => p < 1e-4 ? p < 1e-99 ? "< 1e-99" : p.ToString("0.0e-0", CultureInfo.InvariantCulture)
        : Text(p);
}
