using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Conditions;
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
        JsonObject Columns(Func<SetMeasures, double?> value) =>
            new() { ["real_pictures"] = value(result.Real), ["judged"] = value(result.Judged), ["noise"] = value(result.Noise) };
        var json = new JsonObject
        {
            ["features"] = new JsonObject
            {
                ["kind"] = result.Features.Kind,
                ["name"] = result.Features.InWords,
                ["count"] = result.Features.Count,
                ["sha256"] = result.Features.Sha256,
                ["made_for"] = result.Foreign is null,
            },
            ["data"] = result.Data,
            ["real_pictures"] = new JsonObject
            {
                ["name"] = result.Real.Name, ["data"] = result.Data, ["features"] = result.Features.Kind, ["count"] = result.Real.Pictures,
            },
            ["judged"] = new JsonObject
            {
                ["name"] = result.Source,
                ["features"] = result.Features.Kind,
                ["count"] = result.Judged.Pictures,
                ["weights_sha256"] = result.WeightsSha256,
                ["pixels_sha256"] = result.PicturesSha256,
            },
            ["noise"] = new JsonObject
            {
                ["name"] = result.Noise.Name, ["features"] = result.Features.Kind, ["count"] = result.Noise.Pictures,
            },
            ["reference"] = new JsonObject
            {
                ["name"] = result.Reference, ["data"] = result.ReferenceInWords, ["features"] = result.Features.Kind,
                ["count"] = result.ReferencePictures,
            },
            ["seed"] = result.Seed,
            ["version"] = typeof(MetricsJson).Assembly.GetName().Version?.ToString(3),
            ["frechet_distance"] = Columns(set => set.Frechet),
            ["frechet_is_biased"] = result.IsFrechetBiased,
            ["kernel_distance"] = Columns(set => set.Kernel),
            ["kernel_distance_deviation"] = Columns(set => set.KernelDeviation),
            ["precision"] = Columns(set => set.Manifolds?.Precision),
            ["recall"] = Columns(set => set.Manifolds?.Recall),
            ["density"] = Columns(set => set.Manifolds?.Density),
            ["coverage"] = Columns(set => set.Manifolds?.Coverage),
            ["pixel_overlap"] = Columns(set => set.PixelOverlap),
            ["classifier_confidence"] = Columns(set => set.Classes?.Confidence),
            ["class_distance_from_uniform"] = Columns(set => set.Classes?.DistanceFromUniform),
            ["class_shares"] = result.Judged.Classes is { } classes
                ? new JsonObject(result.Classes
                    .Zip(classes.Shares, (name, share) => KeyValuePair.Create(name, (JsonNode?)share)))
                : null,
            ["conditional"] = result.Conditional is { } conditional ? Of(conditional, result.Classes) : null,
            ["words"] = result.Words is { } words ? WordsJson.Of(words) : null,
            ["discriminator_accuracy"] = result.Discriminator is { } accuracy
                ? new JsonObject { ["real"] = accuracy.Real, ["fake"] = accuracy.Fake, ["together"] = accuracy.Together }
                : null,
            ["memorisation"] = new JsonObject { ["pixels"] = Of(result.PixelMemorisation), ["features"] = Of(result.FeatureMemorisation) },
            ["warnings"] = new JsonArray([.. result.Warnings.Select(warning => (JsonNode)warning)]),
        };
        return json.ToJsonString(s_format) + "\n";
    }

    private static JsonObject Of(ConditionalMeasures measures, ClassNames classes)
    {
        JsonObject Sides(double? real, double? judged) => new() { ["real_pictures"] = real, ["judged"] = judged };
        return new JsonObject
        {
            ["label_match"] = Sides(measures.RealMatch.All, measures.Match.All),
            ["classification_accuracy_score"] = Sides(measures.TrainedOnReal, measures.TrainedOnDrawn),
            ["by_class"] = new JsonObject(classes.Select((name, i) =>
                KeyValuePair.Create(name, (JsonNode?)new JsonObject
                {
                    ["count"] = measures.Judged[i].Pictures,
                    ["label_match"] = Sides(measures.RealMatch.ByClass[i], measures.Match.ByClass[i]),
                    ["frechet_distance"] = Sides(measures.Real[i].Frechet, measures.Judged[i].Frechet),
                    ["recall"] = Sides(measures.Real[i].Recall, measures.Judged[i].Recall),
                }))),
        };
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
