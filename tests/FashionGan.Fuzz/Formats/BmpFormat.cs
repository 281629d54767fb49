namespace FashionGanTf.Fuzz.Formats;

/// <summary>BMP files.</summary>
internal sealed class BmpFormat : PictureFormat
{
    internal override string Name => "bmp";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [File("rgb.bmp"), File("palette.bmp")];

    internal override IReadOnlyList<byte[]> Words { get; } =
        // The sizes of heads, ways of compression, bits of a pixel.
        [
            [12, 0, 0, 0], [40, 0, 0, 0], [108, 0, 0, 0], [124, 0, 0, 0], [1, 0, 0, 0], [2, 0, 0, 0], [3, 0, 0, 0], [1, 0, 16, 0],
            [1, 0, 32, 0],
        ];
}
