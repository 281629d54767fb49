using FashionGanTf.Imaging;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>A picture on a contact sheet.</summary>
/// <param name="Picture">As it goes on the sheet.</param>
/// <param name="Recipe">What it is drawn from.</param>
/// <param name="Note">What stands below it before that; may be empty.</param>
/// <param name="Group">The heading that it stands under; pictures of one group stand together.</param>
public sealed record SheetEntry(Bitmap Picture, string Recipe, string Note, string Group);

/// <summary>
/// Pictures in rows under headings, each with a note and its recipe, laid out on pages: what a PDF has on several and an SVG on one. Units
/// are points, a 72nd of an inch, from the upper left corner.
/// </summary>
internal sealed class ContactSheet
{
    /// <summary>A4.</summary>
    internal const double PageWidth = 595, PageHeight = 842;

    /// <summary>Pictures in a row at most.</summary>
    internal const int MostColumns = 12;

    internal const double HeadingSize = 14, TextSize = 8;

    private const double Margin = 36, Gap = 12, LineHeight = 11, HeadingHeight = 30;

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
    /// <param name="entries">The pictures, all of one size; at least one. Groups come in the order of their first pictures.</param>
    /// <param name="columns">Pictures in a row, 1 to <see cref="MostColumns"/>.</param>
    /// <param name="isEndless">Whether all stands on one page, as high as need be.</param>
    internal static ContactSheet Of(IReadOnlyList<SheetEntry> entries, int columns, bool isEndless)
    {
        var width = (PageWidth - 2 * Margin - (columns - 1) * Gap) / columns;
        var height = width * entries[0].Picture.Height / entries[0].Picture.Width;
        var row = height + 2 * LineHeight + Gap;
        var (pages, y) = (new List<Page> { new([], []) }, Margin);
        foreach (var group in entries.GroupBy(entry => entry.Group))
        {
            var isFirst = true;
            foreach (var some in group.Chunk(columns))
            {
                var heading = isFirst ? HeadingHeight : 0;
                if (!isEndless && y > Margin && y + heading + row > PageHeight - Margin)
                {
                    pages.Add(new Page([], []));
                    y = Margin;
                }

                if (isFirst)
                    pages[^1].Lines.Add(
                        new Line(Fit(group.Key, PageWidth - 2 * Margin, HeadingSize), Margin, y + HeadingSize, HeadingSize));
                y += heading;
                for (var i = 0; i < some.Length; i++)
                {
                    var x = Margin + i * (width + Gap);
                    pages[^1].Pictures.Add(new Place(some[i].Picture, x, y, width, height));
                    string[] texts = [.. new[] { some[i].Note, some[i].Recipe }.Where(text => text.Length > 0)];
                    for (var line = 0; line < texts.Length; line++)
                        pages[^1].Lines.Add(new Line(Fit(texts[line], width, TextSize), x, y + height + (line + 1) * LineHeight, TextSize));
                }

                y += row;
                pages[^1].Height = isEndless ? y + Margin - Gap : PageHeight;
                isFirst = false;
            }
        }

        return new ContactSheet(pages);
    }

    /// <summary>What of a text has room; letters are half as wide as they are high in the mean, and some more.</summary>
    private static string Fit(string text, double width, double size)
    {
        var room = (int)(width / (0.55 * size));
        return text.Length <= room ? text : string.Concat(text.AsSpan(0, Math.Max(0, room - 3)), "...");
    }
}
