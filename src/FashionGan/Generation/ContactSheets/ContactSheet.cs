using FashionGanTf.Imaging;
using PdfSharp.Drawing;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>A picture on a contact sheet.</summary>
/// <param name="Picture">As it goes on the sheet.</param>
/// <param name="Recipe">What it is drawn from.</param>
/// <param name="Note">What stands below it before that; may be empty.</param>
/// <param name="Group">The heading that it stands under, "" for none; pictures of one group stand together.</param>
public sealed record SheetEntry(Bitmap Picture, string Recipe, string Note, string Group);

/// <summary>
/// Pictures in rows under headings, each with a note and its recipe, laid out on pages: what a PDF has on several and an SVG on one. No
/// text is cut off: what is too long for a line goes on in the next, at need on the next page. Units are points, a 72nd of an inch, from
/// the upper left corner.
/// </summary>
internal sealed class ContactSheet
{
    /// <summary>A4.</summary>
    internal const double PageWidth = 595, PageHeight = 842;

    /// <summary>Pictures in a row at most.</summary>
    internal const int MostColumns = 12;

    internal const double TitleSize = 22, HeadingSize = 14, TextSize = 8;

    private const double Margin = 36, Gap = 12, LineHeight = 1.375;

    private ContactSheet(IReadOnlyList<Page> pages) => Pages = pages;

    /// <summary>A text: its left end and baseline.</summary>
    internal sealed record Line(string Text, double X, double Y, double Size);

    /// <summary>A picture: its left upper corner and how long its sides are.</summary>
    internal sealed record Place(Bitmap Picture, double X, double Y, double Width, double Height);

    /// <summary>What stands on a page, and how high it is.</summary>
    internal sealed record Page(List<Place> Pictures, List<Line> Lines)
    {
        internal double Height { get; set; }
    }

    internal IReadOnlyList<Page> Pages { get; }

    /// <summary>Lays a sheet out.</summary>
    /// <param name="title">What stands above all; "" for nothing.</param>
    /// <param name="entries">The pictures, all of one size; at least one. Those of no group come first, then groups in the order of their
    /// first pictures.</param>
    /// <param name="columns">Pictures in a row, 1 to <see cref="MostColumns"/>.</param>
    /// <param name="isEndless">Whether all stands on one page, as high as need be.</param>
    internal static ContactSheet Of(string title, IReadOnlyList<SheetEntry> entries, int columns, bool isEndless)
    {
        var width = (PageWidth - 2 * Margin - (columns - 1) * Gap) / columns;
        var height = width * entries[0].Picture.Height / entries[0].Picture.Width;
        var bottom = isEndless ? double.PositiveInfinity : PageHeight - Margin;
        using var measure = XGraphics.CreateMeasureContext(new XSize(PageWidth, PageHeight), XGraphicsUnit.Point,
            XPageDirection.Downwards);
        var pages = new List<Page>();
        // How far down the pages there is something.
        var end = Write(title, (Page: 0, Y: Margin), Margin, PageWidth - 2 * Margin, TitleSize);
        // Those of no group have no heading, so below another's they would seem to be of it.
        foreach (var group in entries.GroupBy(entry => entry.Group).OrderBy(group => group.Key.Length > 0))
        {
            if (end.Y > Margin)
                end.Y += Gap;
            // A heading does not stand at the foot of a page, without pictures.
            if (end.Y > Margin && end.Y + 2 * HeadingSize * LineHeight + height > bottom)
                end = (end.Page + 1, Margin);
            end = Write(group.Key, end, Margin, PageWidth - 2 * Margin, HeadingSize);
            if (group.Key.Length > 0)
                end.Y += Gap / 2;
            foreach (var row in group.Chunk(columns))
            {
                if (end.Y > Margin && end.Y + height + 2 * TextSize * LineHeight > bottom)
                    end = (end.Page + 1, Margin);
                var start = end;
                for (var i = 0; i < row.Length; i++)
                {
                    var x = Margin + i * (width + Gap);
                    On(start.Page).Pictures.Add(new Place(row[i].Picture, x, start.Y, width, height));
                    var below = Write(row[i].Note, (start.Page, start.Y + height), x, width, TextSize);
                    below = Write(row[i].Recipe, below, x, width, TextSize);
                    end = below.CompareTo(end) > 0 ? below : end;
                }

                end.Y += Gap;
            }
        }

        foreach (var page in pages)
            page.Height = isEndless ? end.Y + Margin - Gap : PageHeight;
        return new ContactSheet(pages);

        Page On(int page)
        {
            while (pages.Count <= page)
                pages.Add(new Page([], []));
            return pages[page];
        }

        // Writes a text from a place on, and tells where there is room after it.
        (int Page, double Y) Write(string text, (int Page, double Y) from, double x, double room, double size)
        {
            foreach (var line in LineBreaks.Of(text, room, some => measure.MeasureString(some, SheetFont.Of(size)).Width))
            {
                if (from.Y + size * LineHeight > bottom)
                    from = (from.Page + 1, Margin);
                from.Y += size * LineHeight;
                // The baseline lies above the line's end by what letters as g and y have below it.
                On(from.Page).Lines.Add(new Line(line, x, from.Y - size * 0.25, size));
            }

            return from;
        }
    }
}
