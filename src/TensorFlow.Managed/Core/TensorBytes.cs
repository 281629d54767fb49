namespace Tensorflow;

/// <summary>A tensor's elements as bytes, little by little: between files and the device's memory nothing is held twice.</summary>
internal static class TensorBytes
{
    /// <summary>Small enough for the short-lived part of the managed heap.</summary>
    private const int ChunkLength = 1 << 16;

    /// <summary>The bytes in their order; each chunk is good until the next is asked for.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Chunks(Tensor tensor)
    {
        var buffer = new byte[Math.Min(ChunkLength, tensor.ByteLength)];
        for (long start = 0; start < tensor.ByteLength; start += buffer.Length)
        {
            var chunk = buffer.AsMemory(0, (int)Math.Min(buffer.Length, tensor.ByteLength - start));
            Tensor.Device.OwnerOf(tensor.Storage).CopyToHost(tensor.Storage, start, chunk.Span);
            yield return chunk;
        }

        GC.KeepAlive(tensor);
    }

    /// <summary>The next bytes of a stream; each chunk is good until the next is asked for.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal static IEnumerable<ReadOnlyMemory<byte>> Chunks(Stream stream, long length)
    {
        var buffer = new byte[Math.Min(ChunkLength, length)];
        for (long start = 0; start < length; start += buffer.Length)
        {
            var chunk = buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - start));
            stream.ReadExactly(chunk.Span);
            yield return chunk;
        }
    }

    /// <summary>Sets a new tensor's elements from a stream.</summary>
    /// <returns>False when the stream ends before.</returns>
    internal static bool TryRead(Stream stream, Tensor tensor)
    {
        var buffer = new byte[Math.Min(ChunkLength, tensor.ByteLength)];
        for (long start = 0; start < tensor.ByteLength; start += buffer.Length)
        {
            var chunk = buffer.AsSpan(0, (int)Math.Min(buffer.Length, tensor.ByteLength - start));
            if (stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) < chunk.Length)
                return false;
            Tensor.Device.CopyFromHost(chunk, tensor.Storage, start);
        }

        return true;
    }
}
