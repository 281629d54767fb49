using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>The letters of contact sheets: DejaVu Sans Condensed, which has all scripts of Europe and lies within the program, so that no
/// font of the machine is asked for. PDFsharp has one place for a process's own fonts: where the host has put others there, they stay, and
/// this one is asked for when they do not know its name.</summary>
internal sealed class SheetFont : IFontResolver
{
    private const string Name = "DejaVu Sans Condensed";

    private static readonly Lazy<byte[]> s_file = new(() =>
    {
        using var stream = typeof(SheetFont).Assembly
            .GetManifestResourceStream("FashionGanTf.Generation.ContactSheets.DejaVuSansCondensed.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    private static readonly SheetFont s_own = new();

    private SheetFont()
    {
    }

    /// <summary>It, in a size in points.</summary>
    internal static XFont Of(double size)
    {
        if (GlobalFontSettings.FontResolver is null)
            GlobalFontSettings.FontResolver = s_own;
        else if (GlobalFontSettings.FontResolver != s_own)
            GlobalFontSettings.FallbackFontResolver ??= s_own;
        return new(Name, size);
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => familyName == Name ? new(Name) : null;

    public byte[]? GetFont(string faceName) => s_file.Value;
}
