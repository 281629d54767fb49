using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace FashionGanTf.Studio.Site;

/// <summary>The page's files, of which <c>index.html</c> has others within it where it says so by <c>&lt;!--#include file="..." --&gt;</c>,
/// as servers have long done: one request brings it all.</summary>
internal sealed partial class PageFiles : IFileProvider
{
    private const string Whole = "/index.html";

    private readonly IFileProvider _files;
    private readonly string _text;
    private readonly IFileInfo _page;

    /// <param name="files">The files as they are.</param>
    internal PageFiles(IFileProvider files)
    {
        _files = files;
        // Browsers hash a text with the line ends that they read it with.
        _text = Include().Replace(Read(files, Whole), match => Read(files, "/" + match.Groups["file"].Value)).ReplaceLineEndings("\n");
        _page = new Composed(files.GetFileInfo(Whole), Encoding.UTF8.GetBytes(_text));
    }

    public IFileInfo GetFileInfo(string subpath) => subpath == Whole ? _page : _files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => _files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => _files.Watch(filter);

    /// <summary>The hashes of what stands within the page between the tags of an element, as a policy of what may run names it.</summary>
    /// <param name="element"><c>script</c> or <c>style</c>.</param>
    internal string Hashes(string element) => string.Join(' ', Regex
        .Matches(_text, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline)
        .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'"));

    private static string Read(IFileProvider files, string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""^ *<!--#include file="(?<file>[^"]+)" -->\r?\n""", RegexOptions.Multiline)]
    private static partial Regex Include();

    private sealed class Composed(IFileInfo file, byte[] content) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => file.LastModified;

        public long Length => content.Length;

        public string Name => file.Name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(content, writable: false);
    }
}
