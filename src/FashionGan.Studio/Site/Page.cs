using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace FashionGanTf.Studio.Site;

/// <summary>The page: the files of <c>wwwroot/</c>, which lie within the program, and no others.</summary>
internal static class Page
{
    /// <summary>What kinds of its files are sent compressed.</summary>
    internal static string[] CompressedTypes { get; } = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    /// <summary>Serves it; a browser keeps a file and asks whether it has changed.</summary>
    internal static void Serve(WebApplication application)
    {
        var files = new PageFiles(new ManifestEmbeddedFileProvider(typeof(Page).Assembly, "wwwroot"));
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
            { FileProvider = files, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }
}
