using FashionGanTf.Studio.Site;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Http;

/// <summary>What every answer tells a browser that it may not do.</summary>
internal static class SecurityHeaders
{
    /// <summary>Scripts and styles that stand within the page are named one by one; another that got there would not run.</summary>
    private static readonly string s_policy =
        $"default-src 'self'; script-src 'self' {Page.Hashes("script")}; style-src {Page.Hashes("style")}; " +
        "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = s_policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}
