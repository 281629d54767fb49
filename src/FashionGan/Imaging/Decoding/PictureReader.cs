using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Tensorflow.Serialization;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// Reads pictures as they are: JPEG (also progressive and CMYK), PNG of every type and depth, WebP, BMP, and the first frame of a GIF file.
/// The orientation that a camera noted is applied, 16 bits a sample are rounded to 8, and what is transparent stands on black. A picture
/// whose pixels all have R = G = B is gray, whatever its file's kind.
/// </summary>
public static class PictureReader
{
    /// <summary>The most bytes of a file; more cannot be a picture of the size that is read.</summary>
    private const long MostBytes = 1 << 28;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, too large or of another kind; the one-line message names it and says what is
    /// wrong.</exception>
    public static Bitmap Read(string path) => Decode(Bytes(path), path);

    /// <summary>The picture in a file's bytes.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">They are damaged, too large or of another kind.</exception>
    public static Bitmap Decode(byte[] file, string name = "the picture")
    {
        using var image = PictureDecoder.Default.Decode(file, name);
        Flattening.Flatten(image, new Rgb24(0, 0, 0));
        return Flattening.ToBitmap(image);
    }

    /// <summary>A picture's size as its file has it, which may lie on its side; the pixels are not decoded.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="Read"/>.</exception>
    public static (int Width, int Height) Size(string path) => PictureDecoder.Default.Identify(Bytes(path), path);

    /// <summary>A file's bytes.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is larger than any picture.</exception>
    internal static byte[] Bytes(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return Bytes(file, path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: it is a folder, or permission is denied.", error);
        }
    }

    /// <summary>A stream's bytes.</summary>
    /// <inheritdoc cref="Bytes(string)"/>
    internal static byte[] Bytes(Stream stream, string name)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        using var bytes = new MemoryStream((int)Math.Min(length, MostBytes));
        var part = new byte[1 << 14];
        while (stream.Read(part) is > 0 and var count)
        {
            bytes.Write(part, 0, count);
            if (bytes.Length > MostBytes)
                throw new InvalidDataException($"{OneLine.Of(name)}: it is larger than {MostBytes} bytes, the most that are read.");
        }

        return bytes.Capacity == bytes.Length ? bytes.GetBuffer() : bytes.ToArray();
    }
}
