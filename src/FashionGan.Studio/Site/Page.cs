using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace FashionGanTf.Studio.Site;

/// <summary>The page: the files of <c>wwwroot/</c>, which lie within the program, and no others.</summary>
internal static class Page
{
    /// <summary>What kinds of its files are sent compressed.</summary>
    internal static string[] CompressedTypes { get; } = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    /// <summary>Its files.</summary>
    internal static PageFiles Files { get; } = new(new ManifestEmbeddedFileProvider(typeof(Page).Assembly, "wwwroot"));

    /// <summary>Serves it; a browser keeps a file and asks whether it has changed.</summary>
    internal static void Serve(WebApplication application)
    {
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = Files });
        application.UseStaticFiles(new StaticFileOptions
            { FileProvider = Files, OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
    }
}
