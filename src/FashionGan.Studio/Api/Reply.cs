using System.Text.Json;
using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary>Writes whole answers.</summary>
internal static class Reply
{
    /// <summary>Whether only the headers are asked for: then what would go on for long need not begin.</summary>
    internal static bool IsHead(HttpContext context) => HttpMethods.IsHead(context.Request.Method);

    /// <summary>An object as JSON; a browser keeps it only where the endpoint said so.</summary>
    internal static Task Json<T>(HttpContext context, T value, CancellationToken stop)
    {
        if (context.Response.Headers.CacheControl.Count == 0)
            context.Response.Headers.CacheControl = "no-store";
        return Bytes(context, Http.Json.ContentType, JsonSerializer.SerializeToUtf8Bytes(value, Http.Json.Options), stop);
    }

    /// <summary>A file's bytes.</summary>
    internal static async Task Bytes(HttpContext context, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        (context.Response.ContentType, context.Response.ContentLength) = (contentType, bytes.Length);
        await context.Response.Body.WriteAsync(bytes, stop);
    }

    /// <summary>Sends what is in a buffer, and empties it.</summary>
    internal static async Task Send(HttpContext context, MemoryStream buffer, CancellationToken stop)
    {
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        buffer.SetLength(0);
    }

    /// <summary>Gives the file a name, for whoever saves it; a browser that can show it still does.</summary>
    internal static void Name(HttpContext context, string fileName, bool isDownload = false) =>
        context.Response.Headers.ContentDisposition = $"{(isDownload ? "attachment" : "inline")}; filename=\"{fileName}\"";
}
