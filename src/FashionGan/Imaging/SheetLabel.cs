using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Imaging;

/// <summary>Puts a text below a picture, as on a contact sheet.</summary>
internal static class SheetLabel
{
    /// <summary>Pixels of a line.</summary>
    private const int Height = 18;

    private const double Size = 12, Baseline = 13;

    /// <summary>Pixels that are left free before the next picture's label.</summary>
    private const int Margin = 6;

    /// <summary>The lines of a label that is a little less wide than a picture.</summary>
    internal static List<string> Lines(string text, int width) =>
        LineBreaks.Of(text, width - Margin, some => StrokeFont.Width(some, Size));

    /// <summary>A picture with its label, on the same ground.</summary>
    /// <param name="picture">The picture, as it goes on the sheet.</param>
    /// <param name="lines">The label's lines.</param>
    /// <param name="count">How many lines there is room for: as many as the longest label of the sheet has.</param>
    /// <param name="ground">What the picture stands on.</param>
    internal static Bitmap Below(Bitmap picture, List<string> lines, int count, Ground ground)
    {
        var canvas = new RasterCanvas(picture.Width, count * Height, 1);
        for (var i = 0; i < lines.Count; i++)
            canvas.Text(lines[i], new Point(0, i * Height + Baseline), Size, Anchor.Start);
        // How much of a pixel the letters cover.
        var ink = canvas.Image.Pixels.Where((_, i) => i % 3 == 0).Select(value => (byte)(255 - value)).ToArray();
        var labelled = new Bitmap(picture.Width, picture.Height + count * Height, picture.Channels);
        picture.Pixels.CopyTo(labelled.Pixels, 0);
        for (var i = 0; i < ink.Length; i++)
            for (var channel = 0; channel < picture.Channels; channel++)
                labelled.Pixels[picture.Pixels.Length + i * picture.Channels + channel] = ground switch
                {
                    Ground.Black => ink[i],
                    // Gray, which can be read on whatever it is laid.
                    Ground.Transparent => channel == 3 ? ink[i] : (byte)128,
                    _ => (byte)(255 - ink[i]),
                };
        return labelled;
    }
}
