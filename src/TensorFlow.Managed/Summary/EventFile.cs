using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Tensorflow.Summary;

/// <summary>
/// TensorBoard's files: records, each a message of type <c>Event</c> (tensorflow/core/util/event.proto) with its length before it, and a
/// masked CRC-32C behind the length and behind the message (tensorflow/core/lib/io/record_writer.h). Records are only ever added, so a
/// killed program leaves a file that reads up to its last whole one.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const int HeadLength = 12;
    private const int TailLength = 4;

    /// <summary>No event of this program has more; a length beyond it is damage.</summary>
    private const int MostLength = 1 << 28;

    private readonly FileStream _file;

    private EventFile(FileStream file) => _file = file;

    /// <summary>Opens a file to add to, and makes it if need be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keep">Says of each event that is there whether it stays. The first that does not, or is damaged or cut off, and all
    /// behind it are cut off the file.</param>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    internal static EventFile Open(string path, Func<EventMessage, bool> keep)
    {
        // Without a buffer, so that a killed program loses nothing.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long end = 0;
        foreach (var message in Messages(file))
        {
            if (!keep(EventMessage.Parse(message)))
                break;
            end = file.Position;
        }

        file.SetLength(end);
        file.Position = end;
        return new EventFile(file);
    }

    /// <summary>Adds an event.</summary>
    internal void Add(EventMessage message)
    {
        var bytes = message.ToBytes();
        var record = new byte[HeadLength + bytes.Length + TailLength];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), Masked(record.AsSpan(0, 8)));
        bytes.CopyTo(record, HeadLength);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeadLength + bytes.Length), Masked(bytes));
        _file.Write(record);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static IEnumerable<byte[]> Messages(Stream file)
    {
        var head = new byte[HeadLength];
        while (file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength)
        {
            var length = BinaryPrimitives.ReadUInt64LittleEndian(head);
            if (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8)) != Masked(head.AsSpan(0, 8)) || length > MostLength
                || (long)length + TailLength > file.Length - file.Position)
                yield break;
            var message = new byte[length + TailLength];
            file.ReadExactly(message);
            if (BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan((int)length)) != Masked(message.AsSpan(0, (int)length)))
                yield break;
            yield return message[..(int)length];
        }
    }

    /// <summary>CRC-32C, turned and moved so that a sum over data with sums in it still tells something.</summary>
    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, one);
        return BitOperations.RotateRight(~sum, 15) + 0xa282ead8;
    }
}
