using System.Text.Json.Nodes;
using FashionGanTf.Captions;
using FashionGanTf.Evaluation.Words;

namespace FashionGanTf.Evaluation.Report;

/// <summary>How well pictures are what words ask for, as metrics.json has it.</summary>
internal static class WordsJson
{
    internal static JsonObject Of(WordComparison words) => new()
    {
        ["real_pictures"] = Of(words.Real),
        ["judged"] = Of(words.Judged),
        ["class_alone"] = words.ClassOnly is { } ofClass ? Of(ofClass) : null,
        ["shuffled"] = Of(words.Shuffled),
    };

    private static JsonObject Of(WordMeasures measures)
    {
        var (all, heldOut) = (Of(measures.All), Of(measures.HeldOut));
        all["retrieval"] = measures.Retrieval;
        heldOut["retrieval"] = measures.HeldOutRetrieval;
        return new JsonObject
        {
            ["all"] = all,
            ["held_out"] = heldOut,
            ["group_frechet_distance"] = measures.Groups.Mean,
            ["groups"] = measures.Groups.Groups,
        };
    }

    private static JsonObject Of(AttributeAccuracy accuracy)
    {
        JsonObject ByAttribute(IReadOnlyList<double?> values) => new(GarmentAttributes.All
            .Zip(values, (attribute, value) => KeyValuePair.Create(attribute.Name.Replace(' ', '_'), (JsonNode?)value)));
        return new JsonObject
        {
            ["captions"] = accuracy.Captions,
            ["class"] = accuracy.Class,
            ["attributes"] = ByAttribute(accuracy.Attributes),
            ["abstained"] = ByAttribute(accuracy.Abstained),
            ["whole_caption"] = accuracy.Whole,
        };
    }
}
