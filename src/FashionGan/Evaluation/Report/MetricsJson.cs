using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;

namespace FashionGanTf.Evaluation.Report;

/// <summary>An evaluation as metrics.json has it; the same evaluation gives the same text.</summary>
public static class MetricsJson
{
    // Places are read by people; nothing embeds this text in a page.
    private static readonly JsonSerializerOptions s_format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file.</summary>
    public static string Of(EvaluationResult result)
    {
        JsonObject Ends(Func<SetMeasures, double?> value) =>
            new() { ["value"] = value(result.Judged), ["floor"] = value(result.Floor), ["ceiling"] = value(result.Ceiling) };
        var json = new JsonObject
        {
            ["pictures"] = new JsonObject { ["source"] = result.Source, ["count"] = result.Judged.Pictures },
            ["reference"] = new JsonObject { ["name"] = result.Reference, ["count"] = result.ReferencePictures },
            ["seed"] = result.Seed,
            ["classifier_sha256"] = FashionClassifier.PretrainedSha256,
            ["version"] = typeof(MetricsJson).Assembly.GetName().Version?.ToString(3),
            ["floor"] = result.Floor.Name,
            ["ceiling"] = result.Ceiling.Name,
            ["frechet_classifier_distance"] = Ends(set => set.Frechet),
            ["kernel_distance"] = Ends(set => set.Kernel),
            ["kernel_distance_deviation"] = Ends(set => set.KernelDeviation),
            ["precision"] = Ends(set => set.Manifolds?.Precision),
            ["recall"] = Ends(set => set.Manifolds?.Recall),
            ["density"] = Ends(set => set.Manifolds?.Density),
            ["coverage"] = Ends(set => set.Manifolds?.Coverage),
            ["pixel_overlap"] = Ends(set => set.PixelOverlap),
            ["classifier_confidence"] = Ends(set => set.Classes.Confidence),
            ["class_distance_from_uniform"] = Ends(set => set.Classes.DistanceFromUniform),
            ["class_shares"] = new JsonObject(
                FashionClassifier.ClassNames.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)result.Judged.Classes.Shares[i]))),
            ["discriminator_accuracy"] = result.Discriminator is { } accuracy
                ? new JsonObject { ["real"] = accuracy.Real, ["fake"] = accuracy.Fake, ["together"] = accuracy.Together }
                : null,
            ["memorisation"] = new JsonObject { ["pixels"] = Of(result.PixelMemorisation), ["features"] = Of(result.FeatureMemorisation) },
            ["warnings"] = new JsonArray([.. result.Warnings.Select(warning => (JsonNode)warning)]),
        };
        return json.ToJsonString(s_format) + "\n";
    }

    private static JsonObject Of(Memorisation memorisation) => new()
    {
        ["mean_distance"] = memorisation.MeanDistance,
        ["test_mean_distance"] = memorisation.TestMeanDistance,
        ["exact_copies"] = memorisation.Copies,
        ["share_closer_than_99_percent_of_test"] = memorisation.ShareVeryClose,
        ["share_closer_than_test"] = memorisation.ShareCloser,
        ["p_value"] = memorisation.PValue,
    };
}
