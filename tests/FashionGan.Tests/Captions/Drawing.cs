using FashionGanTf.Captions;

namespace FashionGanTf.Tests.Captions;

/// <summary>Pictures of 28 x 28 that are drawn by hand: rectangles on black.</summary>
internal sealed class Drawing
{
    internal byte[] Pixels { get; } = new byte[Silhouette.Size * Silhouette.Size];

    /// <summary>Fills rows and columns, the last ones too, with a brightness.</summary>
    internal Drawing Fill(int top, int bottom, int left, int right, byte brightness = 200)
    {
        for (var y = top; y <= bottom; y++)
            for (var x = left; x <= right; x++)
                Pixels[y * Silhouette.Size + x] = brightness;
        return this;
    }

    internal Garment As(int label) => new(Pixels, label);

    /// <summary>A trunk of 12 columns that fills the height, as a T-shirt without sleeves.</summary>
    internal static Drawing Vest(byte brightness = 200) => new Drawing().Fill(0, 27, 8, 19, brightness);
}
