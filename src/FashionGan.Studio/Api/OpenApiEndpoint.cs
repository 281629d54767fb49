using System.Text.Json.Nodes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.OpenApi;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/openapi/v1.json</c>: the description of all endpoints, itself among them.</summary>
internal sealed class OpenApiEndpoint : Endpoint
{
    private readonly JsonObject _document;

    /// <summary>The description of these endpoints and itself.</summary>
    internal OpenApiEndpoint(IEnumerable<Endpoint> others) => _document = OpenApiDocument.Of([.. others, this]);

    internal override string Path => "/openapi/v1.json";

    internal override string Summary => "This description.";

    internal override IReadOnlyList<Answer> Answers { get; } = [Api.Answer.OfJson<JsonObject>("OpenAPI 3.1.")];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        return Reply.Json(context, _document, stop);
    }
}
