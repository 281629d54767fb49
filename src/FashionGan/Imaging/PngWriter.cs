using Tensorflow.Serialization;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Imaging;

/// <summary>Writes PNG files: 8-bit gray, RGB or RGBA, not interlaced.</summary>
public static class PngWriter
{
    /// <summary>Writes a picture to a file: beside its place first, then renamed, so that the file is whole or not there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="image">The picture.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, Bitmap image)
    {
        var png = Encode(image);
        AtomicFile.Write(path, file => file.Write(png));
    }

    /// <summary>A PNG file's bytes.</summary>
    public static byte[] Encode(Bitmap image) => PngEncoder.Encode(image.Width, image.Height, image.Channels, image.Pixels);
}
