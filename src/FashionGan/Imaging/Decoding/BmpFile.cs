using System.Buffers.Binary;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>The head of a BMP file.</summary>
internal static class BmpFile
{
    /// <summary>As far as the compression of all heads but the oldest.</summary>
    private const int HeadLength = 34;

    /// <summary>The oldest head, with short numbers.</summary>
    private const int OldestHead = 12;

    /// <summary>Pixels as they are, without and with masks that say where their colours lie.</summary>
    private static readonly uint[] s_uncompressed = [0, 3, 6];

    /// <summary>Checks that the pixels are there: their beginning, and all of them where they are not compressed.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    internal static void Check(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength)
            throw new InvalidDataException("cut short within its header");
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]);
        // ImageSharp makes room for colours up to there.
        if (offset > file.Length)
            throw new InvalidDataException($"cut short: its pixels begin at {offset}, and it has {file.Length} bytes");
        var isOldest = BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == OldestHead;
        if (!isOldest && !s_uncompressed.Contains(BinaryPrimitives.ReadUInt32LittleEndian(file[30..])))
            return;
        long width = isOldest ? BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) : BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
        // Negative for rows from the top.
        var height = Math.Abs(
            isOldest ? BinaryPrimitives.ReadUInt16LittleEndian(file[20..]) : (long)BinaryPrimitives.ReadInt32LittleEndian(file[22..]));
        long bits = BinaryPrimitives.ReadUInt16LittleEndian(file[(isOldest ? 24 : 28)..]);
        // A row ends at four bytes.
        if (width > 0 && offset + (Int128)((width * bits + 31) / 32 * 4) * height > file.Length)
            throw new InvalidDataException($"cut short: {file.Length} bytes cannot hold {width} x {height} pixels");
    }
}
