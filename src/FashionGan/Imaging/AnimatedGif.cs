using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace FashionGanTf.Imaging;

/// <summary>Writes animated GIF files, which every program plays, without end. Frames have 256 colours at most: all grays, of colours the
/// best ones of each frame. ImageSharp 2.1 looks colours up in steps of 8, so a value may be off by <see cref="MostError"/>. Times are
/// hundredths of a second.</summary>
public static class AnimatedGif
{
    /// <summary>By how much a gray may be off, of 255.</summary>
    public const int MostError = 7;

    /// <summary>Browsers play anything shorter as a tenth of a second.</summary>
    private const int LeastHundredths = 2;

    /// <summary>An animated GIF file's bytes.</summary>
    /// <param name="frames">At least one picture; all of one size, gray or RGB.</param>
    /// <param name="each">How long a frame is shown.</param>
    /// <param name="last">How long the last one is.</param>
    public static byte[] Encode(IReadOnlyList<Bitmap> frames, TimeSpan each, TimeSpan last)
    {
        using var gif = Frame(frames[0]);
        for (var i = 1; i < frames.Count; i++)
        {
            using var frame = Frame(frames[i]);
            gif.Frames.AddFrame(frame.Frames.RootFrame);
        }

        for (var i = 0; i < frames.Count; i++)
            gif.Frames[i].Metadata.GetGifMetadata().FrameDelay =
                Math.Max(LeastHundredths, (int)Math.Round((i == frames.Count - 1 ? last : each).TotalMilliseconds / 10));
        // 0 is without end.
        gif.Metadata.GetGifMetadata().RepeatCount = 0;
        var options = new QuantizerOptions { Dither = null };
        using var file = new MemoryStream();
        gif.SaveAsGif(file, new GifEncoder
        {
            ColorTableMode = frames[0].Channels == 1 ? GifColorTableMode.Global : GifColorTableMode.Local,
            Quantizer = frames[0].Channels == 1 ? new PaletteQuantizer(Grays(), options) : new WuQuantizer(options),
        });
        return file.ToArray();
    }

    private static Image<Rgb24> Frame(Bitmap picture)
    {
        var colour = picture.ToColour();
        return Image.LoadPixelData<Rgb24>(colour.Pixels, colour.Width, colour.Height);
    }

    private static Color[] Grays() => [.. Enumerable.Range(0, 256).Select(v => Color.FromRgb((byte)v, (byte)v, (byte)v))];
}
