using System.Text.Json;

namespace FashionGanTf.Studio.Http;

/// <summary>How answers are written: names in snake_case.</summary>
internal static class Json
{
    internal const string ContentType = "application/json";

    internal static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Default) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
