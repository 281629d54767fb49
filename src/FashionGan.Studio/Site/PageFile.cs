using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace FashionGanTf.Studio.Site;

/// <summary>One file of the page, compressed once and not at each request.</summary>
internal sealed class PageFile
{
    private readonly string _contentType;
    private readonly byte[] _content;
    private readonly string _tag;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    /// <param name="contentType">Its kind.</param>
    /// <param name="content">Its bytes.</param>
    internal PageFile(string contentType, byte[] content)
    {
        (_contentType, _content) = (contentType, content);
        _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";
        _brotli = new(() => Compress(to => new BrotliStream(to, CompressionLevel.Optimal)));
        _gzip = new(() => Compress(to => new GZipStream(to, CompressionLevel.Optimal)));
    }

    /// <summary>Sends it; a browser keeps it and asks whether it has changed.</summary>
    internal async Task Send(HttpContext context)
    {
        var (response, asked) = (context.Response, context.Request.GetTypedHeaders());
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = _tag;
        response.Headers.Vary = "Accept-Encoding";
        if (asked.IfNoneMatch.Any(tag => tag.Tag == _tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = _content;
        foreach (var (name, compressed) in new[] { ("br", _brotli), ("gzip", _gzip) })
        {
            if (!Takes(asked, name))
                continue;
            response.Headers.ContentEncoding = name;
            bytes = compressed.Value;
            break;
        }

        (response.ContentType, response.ContentLength) = (_contentType, bytes.Length);
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool Takes(RequestHeaders asked, string encoding) =>
        asked.AcceptEncoding.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality != 0);

    private byte[] Compress(Func<Stream, Stream> by)
    {
        using var bytes = new MemoryStream();
        using (var compressing = by(bytes))
            compressing.Write(_content);
        return bytes.ToArray();
    }
}
