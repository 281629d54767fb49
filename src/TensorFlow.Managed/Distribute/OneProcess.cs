namespace Tensorflow.Distribute;

/// <summary>A process that trains alone.</summary>
public sealed class OneProcess : ICommunicator
{
    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public void AllGather(ReadOnlySpan<float> mine, Span<float> all, ReadOnlySpan<int> counts) => mine.CopyTo(all);

    /// <inheritdoc/>
    public void AllToAll(ReadOnlySpan<float> mine, ReadOnlySpan<int> counts, Span<float> theirs, ReadOnlySpan<int> theirCounts)
    {
    }

    /// <inheritdoc/>
    public void Barrier()
    {
    }

    /// <inheritdoc/>
    public byte[] Broadcast(byte[]? bytes) => bytes ?? [];
}
