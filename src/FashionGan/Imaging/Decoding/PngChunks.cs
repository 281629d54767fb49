using System.Buffers.Binary;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>Walks through a PNG file's chunks and checks their frames.</summary>
internal ref struct PngChunks(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The current chunk's name: four letters.</summary>
    internal ReadOnlySpan<byte> Type { get; private set; }

    /// <summary>The current chunk's content.</summary>
    internal ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Goes to the next chunk; false at the end of the file.</summary>
    /// <exception cref="InvalidDataException">It is cut short or damaged.</exception>
    internal bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        if (_rest.Length < PngFormat.ChunkFrame)
            throw new InvalidDataException("cut short within a chunk");
        var length = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        if (length > _rest.Length - PngFormat.ChunkFrame)
            throw new InvalidDataException(
                $"cut short: a chunk is said to have {length} bytes and {_rest.Length - PngFormat.ChunkFrame} are there");
        Type = _rest.Slice(4, 4);
        foreach (var letter in Type)
            if (!char.IsAsciiLetter((char)letter))
                throw new InvalidDataException($"a chunk's name is not four letters but the bytes {Convert.ToHexString(Type)}");
        Data = _rest.Slice(8, (int)length);
        // Of what can be left out of account, which a small first letter marks, no pixel depends.
        if ((Type[0] & 0x20) == 0
            && Crc32.Of(_rest.Slice(4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(_rest[(8 + (int)length)..]))
            throw new InvalidDataException($"the {PngFormat.Name(Type)} chunk is damaged: its checksum is wrong");
        _rest = _rest[(PngFormat.ChunkFrame + (int)length)..];
        return true;
    }
}
