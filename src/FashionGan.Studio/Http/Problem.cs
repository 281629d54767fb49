using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionGanTf.Studio.Http;

/// <summary>A problem in the form of RFC 9457.</summary>
/// <param name="Type">The kind of problem: <c>about:blank</c>, the status says it all.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request, for people.</param>
/// <param name="Errors">What is wrong with which parameter.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, string[]> Errors)
{
    internal const string ContentType = "application/problem+json";

    private static readonly Dictionary<string, string[]> s_none = [];

    /// <summary>Answers with a problem; nothing has been answered yet.</summary>
    internal static async Task Write(HttpContext context, int status, string detail, IReadOnlyDictionary<string, string[]>? errors = null,
        int? retryAfter = null)
    {
        var response = context.Response;
        // What was meant for another answer does not fit this one.
        foreach (var name in (string[])["Cache-Control", "ETag", "Content-Disposition", "Content-Length"])
            response.Headers.Remove(name);
        (response.StatusCode, response.ContentType) = (status, ContentType);
        response.Headers.CacheControl = "no-store";
        if (retryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, errors ?? s_none);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, Json.Options), CancellationToken.None);
    }
}
