using System.Globalization;
using System.Text;
using System.Xml;
using FashionGanTf.Imaging;

namespace FashionGanTf.Generation.ContactSheets;

/// <summary>A contact sheet as an SVG file, all on one page, with its pictures in it.</summary>
public static class SvgContactSheet
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The file, in UTF-8.</summary>
    /// <param name="title">See <see cref="ContactSheet.Of"/>.</param>
    /// <param name="entries">Likewise.</param>
    /// <param name="columns">Likewise.</param>
    public static byte[] Encode(string title, IReadOnlyList<SheetEntry> entries, int columns)
    {
        var sheet = ContactSheet.Of(title, entries, columns, isEndless: true).Pages[0];
        using var file = new MemoryStream();
        using (var svg = XmlWriter.Create(file, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            svg.WriteStartElement("svg", Namespace);
            var (width, height) = (Text(ContactSheet.PageWidth), Text(sheet.Height));
            Attributes(svg, ("width", $"{width}pt"), ("height", $"{height}pt"), ("viewBox", $"0 0 {width} {height}"),
                ("font-family", "DejaVu Sans Condensed, Helvetica, Arial, sans-serif"));
            svg.WriteStartElement("rect", Namespace);
            Attributes(svg, ("width", "100%"), ("height", "100%"), ("fill", "#fff"));
            svg.WriteEndElement();
            foreach (var place in sheet.Pictures)
            {
                svg.WriteStartElement("image", Namespace);
                Attributes(svg, ("x", Text(place.X)), ("y", Text(place.Y)), ("width", Text(place.Width)), ("height", Text(place.Height)),
                    ("style", "image-rendering: pixelated"),
                    ("href", $"data:image/png;base64,{Convert.ToBase64String(PngWriter.Encode(place.Picture))}"));
                svg.WriteEndElement();
            }

            foreach (var line in sheet.Lines)
            {
                svg.WriteStartElement("text", Namespace);
                Attributes(svg, ("x", Text(line.X)), ("y", Text(line.Y)), ("font-size", Text(line.Size)));
                // What no XML file may have, a control character for one, is no letter.
                svg.WriteString(string.Concat(line.Text.Where(XmlConvert.IsXmlChar)));
                svg.WriteEndElement();
            }

            svg.WriteEndElement();
        }

        return file.ToArray();
    }

    private static void Attributes(XmlWriter svg, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            svg.WriteAttributeString(name, value);
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
