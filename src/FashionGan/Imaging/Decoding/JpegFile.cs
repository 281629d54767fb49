using System.Buffers.Binary;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>A JPEG file (ITU-T T.81, annex B) as a row of markers.</summary>
internal static class JpegFile
{
    private const byte Marker = 0xff;
    private const byte Start = 0xd8;
    private const byte End = 0xd9;
    private const byte FirstRestart = 0xd0;

    /// <summary>Goes from marker to marker to the end of the picture.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    internal static void Check(ReadOnlySpan<byte> file)
    {
        var rest = file[2..];
        while (true)
        {
            // Also through a scan's data, where this byte is followed by a zero or by the number of a restart.
            var at = rest.IndexOf(Marker);
            if (at < 0 || at + 1 >= rest.Length)
                throw new InvalidDataException("cut short: the JPEG data have no end");
            var kind = rest[at + 1];
            if (kind == End)
                return;
            // Before a marker there may be any number of these bytes.
            rest = rest[(at + (kind == Marker ? 1 : 2))..];
            if (kind is 0 or 1 or Marker or (>= FirstRestart and <= Start))
                continue;
            var length = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length < 2 || length > rest.Length)
                throw new InvalidDataException("cut short within its header");
            rest = rest[length..];
        }
    }
}
