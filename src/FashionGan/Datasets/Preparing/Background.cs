using System.Globalization;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>What shows through transparent pixels, and beside a picture that is <see cref="Fit.Contain"/>ed: one colour for all pictures,
/// or for each the mean colour of its own corners, as they look on white. A cut-out whose corners are transparent so stands on
/// white.</summary>
public readonly record struct Background
{
    private readonly (byte Red, byte Green, byte Blue)? _colour;

    private Background((byte Red, byte Green, byte Blue) colour) => _colour = colour;

    /// <summary>Of each picture its corners' mean colour.</summary>
    public static Background Corners => default;

    /// <summary>One colour.</summary>
    public static Background Of(byte red, byte green, byte blue) => new((red, green, blue));

    /// <summary>Reads what <see cref="ToString"/> writes: <c>corners</c>, <c>white</c>, <c>black</c> or <c>#rrggbb</c>.</summary>
    /// <exception cref="ArgumentException">It is none of these; the message is one line.</exception>
    public static Background Parse(string text) => text.ToLowerInvariant() switch
    {
        "corners" => Corners,
        "white" => Of(255, 255, 255),
        "black" => Of(0, 0, 0),
        ['#', .. { Length: 6 } digits] when
            int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour) =>
            Of((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour),
        _ => throw new ArgumentException($"A background is corners, white, black or a colour as #e8e4da, not '{text}'."),
    };

    /// <inheritdoc/>
    public override string ToString() => _colour switch
    {
        null => "corners",
        (255, 255, 255) => "white",
        (0, 0, 0) => "black",
        var (red, green, blue) => $"#{red:x2}{green:x2}{blue:x2}",
    };

    /// <summary>The colour for a picture.</summary>
    internal Rgb24 For(Image<Rgba32> image) => _colour is var (red, green, blue) ? new Rgb24(red, green, blue) : Flattening.Corners(image);
}
