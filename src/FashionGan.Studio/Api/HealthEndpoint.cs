using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/healthz</c>: whether the server answers.</summary>
internal sealed class HealthEndpoint : Endpoint
{
    internal override string Path => "/healthz";

    internal override string Summary => "Whether the server is well.";

    internal override IReadOnlyList<Answer> Answers { get; } = [Api.Answer.OfJson<Health>("It is.")];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        query.RequireRight();
        return Reply.Json(context, new Health("ok"), stop);
    }

    /// <param name="Status">Always "ok": who is not well does not answer.</param>
    internal sealed record Health(string Status);
}
