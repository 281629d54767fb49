using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Imaging;

/// <summary>Puts a line of text below a picture, as on a contact sheet.</summary>
internal static class SheetLabel
{
    /// <summary>Pixels of the line.</summary>
    internal const int Height = 18;

    private const double Size = 12, Baseline = 13;
    private const string Cut = "...";

    /// <summary>A picture with its label, on the same ground.</summary>
    /// <param name="picture">The picture, as it goes on the sheet.</param>
    /// <param name="text">The label; what of it has no room is cut off.</param>
    /// <param name="ground">What the picture stands on.</param>
    internal static Bitmap Below(Bitmap picture, string text, Ground ground)
    {
        var canvas = new RasterCanvas(picture.Width, Height, 1);
        canvas.Text(Fit(text, picture.Width), new Point(0, Baseline), Size, Anchor.Start);
        // How much of a pixel the letters cover.
        var ink = canvas.Image.Pixels.Where((_, i) => i % 3 == 0).Select(value => (byte)(255 - value)).ToArray();
        var labelled = new Bitmap(picture.Width, picture.Height + Height, picture.Channels);
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

    private static string Fit(string text, double width)
    {
        if (StrokeFont.Width(text, Size) <= width)
            return text;
        var kept = text.Length;
        while (kept > 0 && StrokeFont.Width(text[..kept] + Cut, Size) > width)
            kept--;
        return text[..kept] + Cut;
    }
}
