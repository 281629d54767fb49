using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Site;

/// <summary>The page: <c>index.html</c> of <c>wwwroot/</c>, which lies within the program. It has others of these files within it where it
/// says so by <c>&lt;!--#include file="..." --&gt;</c>, as servers have long done, a module with all that it imports where it says
/// <c>&lt;!--#script file="..." --&gt;</c>, and what a visitor sees first. So one request brings it all.</summary>
/// <param name="sight">Knows what is seen first.</param>
internal sealed partial class Page(FirstSight sight)
{
    // Browsers hash a text with the line ends that they read it with.
    private static readonly string s_text = Include()
        .Replace(Read("index.html"), match => match.Groups["how"].Value == "include"
            ? Read(match.Groups["file"].Value) : PageScript.Join(match.Groups["file"].Value, Read))
        .ReplaceLineEndings("\n");

    private static readonly Dictionary<string, PageFile> s_files = new()
    {
        ["/js/training/stream.js"] = new("text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Read("js/training/stream.js"))),
        ["/favicon.svg"] = new("image/svg+xml", Encoding.UTF8.GetBytes(Read("favicon.svg"))),
    };

    /// <summary>The page as it was sent last.</summary>
    private Latest? _latest;

    /// <summary>Serves it.</summary>
    /// <param name="application">Serves it.</param>
    internal void Serve(WebApplication application)
    {
        foreach (var path in new[] { "/", "/index.html" })
            application.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], async context => await (await Now()).Send(context));
        foreach (var (path, file) in s_files)
            application.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], file.Send);
    }

    /// <summary>The hashes of what stands within the page between the tags of an element, as a policy of what may run names it.</summary>
    /// <param name="element"><c>script</c> or <c>style</c>.</param>
    internal static string Hashes(string element) => string.Join(' ', Regex
        .Matches(s_text, $"<{element}(?: type=\"module\")?>(.*?)</{element}>", RegexOptions.Singleline)
        .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'"));

    /// <summary>The page with what is seen first within it; that is mostly the same as the last time.</summary>
    private async Task<PageFile> Now()
    {
        var seen = await sight.Now();
        var latest = Volatile.Read(ref _latest);
        if (latest?.Sight != seen)
            Volatile.Write(ref _latest, latest =
                new Latest(seen, new PageFile("text/html; charset=utf-8", Encoding.UTF8.GetBytes(seen.Within(s_text)))));
        return latest.File;
    }

    private static string Read(string path)
    {
        var name = $"wwwroot/{path}";
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The page has no {path}."));
        return reader.ReadToEnd();
    }

    private sealed record Latest(Sight Sight, PageFile File);

    [GeneratedRegex("""^ *<!--#(?<how>include|script) file="(?<file>[^"]+)" -->\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Include();
}
