using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Http;

/// <summary>
/// Tells a browser that it has the pictures already. The same request to the same weights and the same program gives the same bytes; the
/// name of a model may stand for other weights tomorrow, so a browser asks each time, and nothing is drawn to say that nothing has changed.
/// </summary>
internal static class EntityTag
{
    /// <summary>Another program may write the same pictures in other bytes.</summary>
    private static readonly string s_program = typeof(FashionGanTf.Models.FashionGan).Module.ModuleVersionId.ToString("N")
        + typeof(EntityTag).Module.ModuleVersionId.ToString("N");

    /// <summary>Sets the answer's tag.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fingerprint">Tells what the answer is made from, apart from what the address says.</param>
    /// <returns>Whether the client has this answer; then it is finished, as 304.</returns>
    internal static bool IsKnown(HttpContext context, string fingerprint)
    {
        var (request, response) = (context.Request, context.Response);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{s_program} {fingerprint} {request.Path} {request.QueryString}"));
        var tag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (!request.Headers.IfNoneMatch.Any(value => value is not null && value.Split(',').Any(one => one.Trim() == tag)))
            return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
