namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// What is looked at in a picture's file before ImageSharp decodes it. ImageSharp fills up what a file that was cut short lacks, and makes
/// room for as much as a length says; here both are errors.
/// </summary>
internal static class PictureFile
{
    /// <summary>Checks that a file is whole, as far as its parts say how long they are.</summary>
    /// <returns>The EXIF data of a PNG or WebP file, which ImageSharp is told to leave out of account; null where there are none.</returns>
    /// <exception cref="InvalidDataException">It is cut short or damaged; the message does not name it.</exception>
    internal static byte[]? Check(ReadOnlySpan<byte> file)
    {
        switch (file)
        {
            case [0xff, 0xd8, ..]:
                JpegFile.Check(file);
                return null;
            case [0x89, (byte)'P', (byte)'N', (byte)'G', ..]:
                return PngFile.Check(file);
            case [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..]:
                return WebpFile.Check(file);
            case [(byte)'G', (byte)'I', (byte)'F', ..]:
                GifFile.Check(file);
                return null;
            case [(byte)'B', (byte)'M', ..]:
                BmpFile.Check(file);
                return null;
            default:
                return null;
        }
    }
}
