using System.Buffers;
using Tensorflow.Serialization;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>A picture's file in rented memory: thousands are read one after the other, and as garbage their bytes would stop all threads
/// every few pictures.</summary>
internal sealed class EncodedPicture : IDisposable
{
    /// <summary>The most bytes of a file; more cannot be a picture of the size that is read.</summary>
    private const int MostBytes = 1 << 28;

    /// <summary>Rented for streams that do not know their length; it doubles as often as need be.</summary>
    private const int FirstBytes = 1 << 16;

    private byte[] _rented;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is larger than any picture; the message begins with <paramref name="name"/>.</exception>
    internal EncodedPicture(Stream stream, string name)
    {
        // A byte more than there are shows the end without another array.
        _rented = ArrayPool<byte>.Shared.Rent(stream.CanSeek ? (int)Math.Min(stream.Length, MostBytes) + 1 : FirstBytes);
        try
        {
            var length = 0;
            while (stream.Read(_rented.AsSpan(length)) is > 0 and var count)
            {
                length += count;
                if (length > MostBytes)
                    throw new InvalidDataException($"{OneLine.Of(name)}: it is larger than {MostBytes} bytes, the most that are read.");
                if (length == _rented.Length)
                    Grow();
            }

            Bytes = new(_rented, 0, length);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The file, until this is disposed of.</summary>
    internal ArraySegment<byte> Bytes { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <inheritdoc cref="EncodedPicture(Stream, string)" path="/exception"/>
    internal static EncodedPicture OfFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return new EncodedPicture(file, path);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: it is a folder, or permission is denied.", error);
        }
    }

    public void Dispose()
    {
        if (_rented.Length > 0)
            ArrayPool<byte>.Shared.Return(_rented);
        (_rented, Bytes) = ([], default);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _rented.Length);
        _rented.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
    }
}
