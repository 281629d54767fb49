using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace FashionGanTf.Studio.Site;

/// <summary>The page's files, of which <c>index.html</c> has others within it where it says so by <c>&lt;!--#include file="..." --&gt;</c>,
/// as servers have long done: one request brings it all.</summary>
/// <param name="files">The files as they are.</param>
internal sealed partial class PageFiles(IFileProvider files) : IFileProvider
{
    private const string Whole = "/index.html";

    private readonly IFileInfo _page = new Composed(files.GetFileInfo(Whole), Compose(files, Whole));

    public IFileInfo GetFileInfo(string subpath) => subpath == Whole ? _page : files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    private static byte[] Compose(IFileProvider files, string path) => Encoding.UTF8.GetBytes(
        Include().Replace(Read(files, path), match => Read(files, "/" + match.Groups["file"].Value)));

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
