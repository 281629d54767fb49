using System.Globalization;
using System.Text.Json.Nodes;
using FashionGanTf.Studio.Api;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;

namespace FashionGanTf.Studio.OpenApi;

/// <summary>Describes endpoints by OpenAPI 3.1, from what they read and answer with:
/// there is no second description that could fall behind.</summary>
internal static class OpenApiDocument
{
    /// <summary>The document.</summary>
    internal static JsonObject Of(IEnumerable<Endpoint> endpoints)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints)
            paths[endpoint.Path] = new JsonObject { [endpoint.IsAction ? "post" : "get"] = Operation(endpoint) };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "The studio",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = "Draws clothes with a trained generator. Its parameters are in the address, so a link is enough for " +
                "what is asked by GET. HEAD answers with the headers alone. What changes something is a POST with the header " +
                $"{OwnPage.Header}.",
            },
            ["paths"] = paths,
        };
    }

    private static JsonObject Operation(Endpoint endpoint)
    {
        var parameters = new JsonArray(
            [.. endpoint.PathParameters.Select(parameter => Describe(parameter, "path")),
                .. endpoint.Parameters.Select(parameter => Describe(parameter, "query"))]);
        var responses = new JsonObject();
        foreach (var answers in endpoint.AllAnswers.GroupBy(answer => answer.Status))
            responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = Response([.. answers]);
        responses["default"] = new JsonObject
        {
            ["description"] = "A fault of the server.",
            ["content"] = new JsonObject { [Problem.ContentType] = new JsonObject { ["schema"] = Answer.Wrong.Schema!.DeepClone() } },
        };
        return new JsonObject { ["summary"] = endpoint.Summary, ["parameters"] = parameters, ["responses"] = responses };
    }

    private static JsonObject Describe(Parameter parameter, string place) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = place,
        ["required"] = place == "path" || parameter.IsNeeded,
        ["description"] = parameter.Description,
        ["schema"] = parameter.Schema,
    };

    /// <summary>All answers of one status.</summary>
    private static JsonObject Response(Answer[] answers)
    {
        var response = new JsonObject { ["description"] = string.Join(" ", answers.Select(answer => answer.Description)) };
        var headers = answers.SelectMany(answer => answer.Headers).DistinctBy(header => header.Name).ToArray();
        if (headers.Length > 0)
            response["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create<string, JsonNode?>(
                header.Name,
                new JsonObject { ["description"] = header.Description, ["schema"] = new JsonObject { ["type"] = "integer" } })));
        if (answers.Any(answer => answer.ContentType is not null))
            response["content"] = new JsonObject(answers.Select(answer => KeyValuePair.Create<string, JsonNode?>(
                answer.ContentType!, new JsonObject { ["schema"] = answer.Schema?.DeepClone() ?? new JsonObject() })));
        return response;
    }
}
