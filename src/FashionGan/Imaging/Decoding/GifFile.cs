using System.Buffers.Binary;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>A GIF file (GIF89a specification, 1990) as a row of blocks.</summary>
internal static class GifFile
{
    private const int HeadLength = 13;
    private const int DescriptorLength = 9;
    private const byte Extension = 0x21;
    private const byte ImageDescriptor = 0x2c;

    /// <summary>Goes through the blocks to the end of the first picture.</summary>
    /// <exception cref="InvalidDataException">It is not there, or larger than the file says that pictures are.</exception>
    internal static void Check(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength)
            throw CutShort();
        var rest = After(file, HeadLength + ColoursLength(file[10]));
        while (true)
            switch (rest)
            {
                case [Extension, _, ..]:
                    rest = AfterSubBlocks(rest[2..]);
                    break;
                case [ImageDescriptor, ..] when rest.Length > DescriptorLength:
                    RequireInside(rest[1..], file[6..]);
                    // The number behind the colours is the width of the codes.
                    AfterSubBlocks(After(rest, 1 + DescriptorLength + ColoursLength(rest[DescriptorLength]) + 1));
                    return;
                default:
                    throw CutShort();
            }
    }

    /// <summary>ImageSharp makes room for the first picture as for the whole, whose size alone it tells.</summary>
    private static void RequireInside(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> whole)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(picture[4..]) > BinaryPrimitives.ReadUInt16LittleEndian(whole)
            || BinaryPrimitives.ReadUInt16LittleEndian(picture[6..]) > BinaryPrimitives.ReadUInt16LittleEndian(whole[2..]))
            throw new InvalidDataException("its first picture is larger than all of it");
    }

    /// <summary>The bytes of a table of colours, from the flags that say whether there is one.</summary>
    private static int ColoursLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>What comes after pieces that each begin with their length, the last of which is 0.</summary>
    private static ReadOnlySpan<byte> AfterSubBlocks(ReadOnlySpan<byte> rest)
    {
        while (rest is [> 0 and var length, ..])
            rest = After(rest, 1 + length);
        return After(rest, 1);
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, int length) =>
        length <= bytes.Length ? bytes[length..] : throw CutShort();

    private static InvalidDataException CutShort() => new("cut short: its first picture has no end");
}
