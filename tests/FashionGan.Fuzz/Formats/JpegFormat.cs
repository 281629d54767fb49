namespace FashionGanTf.Fuzz.Formats;

/// <summary>JPEG files.</summary>
internal sealed class JpegFormat : PictureFormat
{
    internal override string Name => "jpeg";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
        [File("baseline.jpg"), File("progressive.jpg"), File("gray.jpg"), File("cmyk.jpg"), File("orientation-6.jpg"), File("shoes.jpg")];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        // The end, a restart, an empty comment, an interval of restarts, a scan of one colour, a picture of 65,535 x 65,535.
        [0xff, 0xd9], [0xff, 0xd0], [0xff, 0xfe, 0, 2], [0xff, 0xdd, 0, 4, 0, 1], [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
        [0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0], [0xff, 0xc2], [0xff, 0xc4], [0xff, 0xdb], [0xff, 0xff],
    ];
}
