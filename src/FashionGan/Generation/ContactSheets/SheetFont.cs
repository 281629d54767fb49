using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>The letters of contact sheets: DejaVu Sans Condensed, which has all scripts of Europe and lies within the program, so that no
/// font of the machine is asked for.</summary>
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

    static SheetFont() => GlobalFontSettings.FontResolver = new SheetFont();

    private SheetFont()
    {
    }

    /// <summary>It, in a size in points.</summary>
    internal static XFont Of(double size) => new(Name, size);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(Name);

    public byte[]? GetFont(string faceName) => s_file.Value;
}
