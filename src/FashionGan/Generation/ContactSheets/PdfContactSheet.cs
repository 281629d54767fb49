using FashionGanTf.Imaging;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>A contact sheet as a PDF file, on pages of A4, with those letters of its font that it needs. The font is given to PDFsharp as
/// the process's own when the first sheet is written, unless the host has given it another one by then, which stays.</summary>
public static class PdfContactSheet
{
    /// <summary>The file.</summary>
    /// <param name="title">See <see cref="ContactSheet.Of"/>.</param>
    /// <param name="entries">Likewise.</param>
    /// <param name="columns">Likewise.</param>
    public static byte[] Encode(string title, IReadOnlyList<SheetEntry> entries, int columns)
    {
        using var document = new PdfDocument();
        (document.Info.Title, document.Info.Creator) = (title, "fashion-gan");
        foreach (var sheet in ContactSheet.Of(title, entries, columns, isEndless: false).Pages)
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(ContactSheet.PageWidth), XUnit.FromPoint(ContactSheet.PageHeight));
            using var graphics = XGraphics.FromPdfPage(page);
            foreach (var (picture, x, y, width, height) in sheet.Pictures)
            {
                using var png = new MemoryStream(PngWriter.Encode(picture));
                using var image = XImage.FromStream(png);
                image.Interpolate = false;
                graphics.DrawImage(image, x, y, width, height);
            }

            foreach (var (text, x, y, size) in sheet.Lines)
                graphics.DrawString(text, SheetFont.Of(size), XBrushes.Black, x, y);
        }

        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }
}
