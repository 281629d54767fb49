using FashionGanTf.Imaging.Decoding;
using SixLabors.ImageSharp.Memory;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>A kind of picture files, read by ImageSharp behind the program's own checks.</summary>
internal abstract class PictureFormat : FuzzFormat
{
    /// <summary>Small, so that many files are tried in a short time.</summary>
    private const long MostPixels = 1 << 16;

    /// <summary>Bytes of a pixel in all buffers together: the picture, a JPEG file's coefficients of four colours, a WebP file's
    /// planes.</summary>
    private const long BytesOfPixel = 64;

    /// <summary>What decoders take for any picture: tables, and buffers that do not depend on it.</summary>
    private const long FixedBytes = 4 << 20;

    /// <summary>Its memory is the garbage collector's, which counts it.</summary>
    private static readonly PictureDecoder s_decoder = new(MostPixels, new SimpleGcMemoryAllocator());

    internal override void Read(byte[] file) => s_decoder.Decode(file, "file").Dispose();

    // Each byte of a file is held twice, and Huffman tables may come again and again.
    internal override long MostMemory(byte[] file) => FixedBytes + BytesOfPixel * MostPixels + 64L * file.Length;

    /// <summary>A file among the tests' pictures.</summary>
    protected static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "pictures", name));
}
