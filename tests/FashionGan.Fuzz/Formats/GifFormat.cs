namespace FashionGanTf.Fuzz.Formats;

/// <summary>GIF files.</summary>
internal sealed class GifFormat : PictureFormat
{
    internal override string Name => "gif";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [File("two-frames.gif"), File("transparent.gif")];

    internal override IReadOnlyList<byte[]> Words { get; } =
        // An end, a picture of 65,535 x 65,535, an empty comment, what is said of the next picture.
        [[0x3b], [0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0], [0x21, 0xfe, 0], [0x21, 0xf9, 4, 1, 0, 0, 3, 0], [0]];
}
