using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// Reads pictures as they are: JPEG (also progressive and CMYK), PNG of every type and depth, WebP, BMP, and the first frame of a GIF file.
/// The orientation that a camera noted is applied, 16 bits a sample are rounded to 8, and what is transparent stands on black. A picture
/// whose pixels all have R = G = B is gray, whatever its file's kind.
/// </summary>
public static class PictureReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, too large or of another kind; the one-line message names it and says what is
    /// wrong.</exception>
    public static Bitmap Read(string path)
    {
        using var file = EncodedPicture.OfFile(path);
        return Decode(file.Bytes, path);
    }

    /// <summary>The picture in a file's bytes.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">They are damaged, too large or of another kind.</exception>
    public static Bitmap Decode(ArraySegment<byte> file, string name = "the picture")
    {
        using var image = PictureDecoder.Default.Decode(file, name);
        Flattening.Flatten(image, new Rgb24(0, 0, 0));
        return Flattening.ToBitmap(image);
    }

    /// <summary>A picture's size as its file has it, which may lie on its side; the pixels are not decoded.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Read"/>.</exception>
    public static (int Width, int Height) Size(string path)
    {
        using var file = EncodedPicture.OfFile(path);
        return PictureDecoder.Default.Identify(file.Bytes, path);
    }
}
