using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Site;

/// <summary>The page: <c>index.html</c> of <c>wwwroot/</c>, which lies within the program. It has others of these files within it where it
/// says so by <c>&lt;!--#include file="..." --&gt;</c>, as servers have long done, all modules as one script, and the answers to what it
/// asks first. So one request brings it all.</summary>
internal static partial class Page
{
    /// <summary>Where the page has the answers that come within it.</summary>
    private const string Carried = """<script type="application/json" id="carried">""";

    // Browsers hash a text with the line ends that they read it with.
    private static readonly string s_text =
        Include().Replace(Read("index.html"), match => Read(match.Groups["file"].Value))
            .Replace("<!--#script -->", PageScript.Join("js/main.js", Read), StringComparison.Ordinal).ReplaceLineEndings("\n");

    private static readonly Dictionary<string, PageFile> s_files = new()
    {
        ["/js/training/stream.js"] = new("text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Read("js/training/stream.js"))),
        ["/favicon.svg"] = new("image/svg+xml", Encoding.UTF8.GetBytes(Read("favicon.svg"))),
    };

    private static Latest? s_latest;

    /// <summary>Serves it.</summary>
    /// <param name="application">Serves it.</param>
    /// <param name="sight">Knows what it asks first.</param>
    internal static void Serve(WebApplication application, FirstSight sight)
    {
        foreach (var path in new[] { "/", "/index.html" })
            application.MapMethods(path, [HttpMethods.Get, HttpMethods.Head],
                async context => await With(await sight.Answers()).Send(context));
        foreach (var (path, file) in s_files)
            application.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], file.Send);
    }

    /// <summary>The hashes of what stands within the page between the tags of an element, as a policy of what may run names it.</summary>
    /// <param name="element"><c>script</c> or <c>style</c>.</param>
    internal static string Hashes(string element) => string.Join(' ', Regex
        .Matches(s_text, $"<{element}(?: type=\"module\" blocking=\"render\")?>(.*?)</{element}>", RegexOptions.Singleline)
        .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'"));

    /// <summary>The page with these answers within it; they are mostly those of the last time.</summary>
    private static PageFile With(string answers)
    {
        var latest = Volatile.Read(ref s_latest);
        if (latest?.Answers != answers)
            Volatile.Write(ref s_latest, latest = new Latest(answers, new PageFile("text/html; charset=utf-8",
                Encoding.UTF8.GetBytes(s_text.Replace($"{Carried}{{}}", Carried + answers, StringComparison.Ordinal)))));
        return latest.Page;
    }

    private static string Read(string path)
    {
        var name = $"wwwroot/{path}";
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The page has no {path}."));
        return reader.ReadToEnd();
    }

    private sealed record Latest(string Answers, PageFile Page);

    [GeneratedRegex("""^ *<!--#include file="(?<file>[^"]+)" -->\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Include();
}
