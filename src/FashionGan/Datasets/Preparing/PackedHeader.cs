using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using FashionGanTf.Imaging;
using Microsoft.Win32.SafeHandles;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>
/// What a packed file says of its pixels, after them: JSON, its SHA-256 (32 bytes), its length (4 bytes, little endian) and eight letters
/// that tell the format.
/// </summary>
/// <param name="Size">Pixels a side.</param>
/// <param name="Channels">1 or 3.</param>
/// <param name="Count">How many pictures there are.</param>
/// <param name="Labels">Of each its class; null where one has none.</param>
/// <param name="Broken">What could not be decoded, and is not among them.</param>
/// <param name="Sha256">Of all pixels, as hexadecimal digits.</param>
internal sealed record PackedHeader(int Size, int Channels, int Count, byte[]? Labels, IReadOnlyList<LeftOut> Broken, string Sha256)
{
    private const int EndLength = SHA256.HashSizeInBytes + sizeof(int) + 8;

    private static ReadOnlySpan<byte> Letters => "FGPACK01"u8;

    internal PictureShape Shape => new(Size, Channels);

    /// <summary>Writes it at the end of a file.</summary>
    internal void Write(Stream file)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        file.Write(json);
        file.Write(SHA256.HashData(json));
        file.Write(length);
        file.Write(Letters);
    }

    /// <summary>Reads it, and checks that it fits the file's length; not the pixels.</summary>
    /// <returns>Null where the file is damaged or of another kind.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static PackedHeader? Read(SafeFileHandle file)
    {
        var fileLength = RandomAccess.GetLength(file);
        Span<byte> end = stackalloc byte[EndLength];
        if (fileLength < EndLength || RandomAccess.Read(file, end, fileLength - EndLength) != EndLength
            || !end[^8..].SequenceEqual(Letters))
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(end[SHA256.HashSizeInBytes..]);
        if (length < 0 || length > fileLength - EndLength)
            return null;
        var json = new byte[length];
        var pixels = fileLength - EndLength - length;
        if (RandomAccess.Read(file, json, pixels) != length || !end.StartsWith(SHA256.HashData(json)))
            return null;
        return JsonSerializer.Deserialize<PackedHeader>(json) is { } header && (long)header.Count * header.Shape.Bytes == pixels
            ? header : null;
    }
}
