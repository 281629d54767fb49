using System.Text.Encodings.Web;
using System.Text.Json;

namespace FashionGanTf.Studio.Http;

/// <summary>How answers are written: names in snake_case.</summary>
internal static class Json
{
    internal const string ContentType = "application/json";

    internal static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Default)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            RespectNullableAnnotations = true,
            // People read these answers too; no page has them within it.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
