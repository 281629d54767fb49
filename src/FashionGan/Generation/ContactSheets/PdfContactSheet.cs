using FashionGanTf.Imaging;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>A contact sheet as a PDF file, on pages of A4. Its letters are of Helvetica, which every reader has, so no font of the machine
/// is asked for.</summary>
public static class PdfContactSheet
{
    /// <summary>The file.</summary>
    /// <param name="entries">See <see cref="ContactSheet.Of"/>.</param>
    /// <param name="columns">Likewise.</param>
    public static byte[] Encode(IReadOnlyList<SheetEntry> entries, int columns)
    {
        var file = new PdfDocumentBuilder { DocumentInformation = { Producer = "fashion-gan", Title = entries[0].Group } };
        var font = file.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var sheet in ContactSheet.Of(entries, columns, isEndless: false).Pages)
        {
            var page = file.AddPage(PageSize.A4);
            // A PDF counts from the lower left corner.
            foreach (var (picture, x, y, width, height) in sheet.Pictures)
                page.AddPng(PngWriter.Encode(picture), new PdfRectangle(x, ContactSheet.PageHeight - y - height, x + width,
                    ContactSheet.PageHeight - y));
            foreach (var (text, x, y, size) in sheet.Lines)
                page.AddText(Known(text), size, new PdfPoint(x, ContactSheet.PageHeight - y), font);
        }

        return file.Build();
    }

    /// <summary>The library's standard fonts have the letters of ASCII only; others become question marks.</summary>
    private static string Known(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
