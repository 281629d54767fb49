using Tensorflow.Distribute;

namespace Tensorflow.Tests;

/// <summary>Threads that stand for processes.</summary>
internal sealed class ThreadCommunicator : ICommunicator
{
    private readonly Barrier _barrier;
    private readonly float[][] _sent;
    private readonly int[][] _counts;

    private ThreadCommunicator(int rank, Barrier barrier, float[][] sent, int[][] counts) =>
        (Rank, _barrier, _sent, _counts) = (rank, barrier, sent, counts);

    public int Rank { get; }

    public int Size => _sent.Length;

    /// <summary>How many numbers this one gave to others.</summary>
    internal long Sent { get; private set; }

    /// <summary>Runs something in as many threads, each with its communicator, and returns what they return.</summary>
    internal static T[] Run<T>(int size, Func<ThreadCommunicator, T> run)
    {
        var (barrier, sent, counts, results) = (new Barrier(size), new float[size][], new int[size][], new T[size]);
        var threads = Enumerable.Range(0, size)
            .Select(rank => new Thread(() => results[rank] = run(new ThreadCommunicator(rank, barrier, sent, counts)))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results;
    }

    public void AllGather(ReadOnlySpan<float> mine, Span<float> all, ReadOnlySpan<int> counts)
    {
        Exchange(mine, []);
        for (int rank = 0, at = 0; rank < Size; at += counts[rank++])
            _sent[rank].AsSpan(0, counts[rank]).CopyTo(all[at..]);
        Sent += mine.Length * (Size - 1);
        _barrier.SignalAndWait();
    }

    public void AllToAll(ReadOnlySpan<float> mine, ReadOnlySpan<int> counts, Span<float> theirs, ReadOnlySpan<int> theirCounts)
    {
        Exchange(mine, counts);
        for (int rank = 0, at = 0; rank < Size; at += theirCounts[rank++])
            _sent[rank].AsSpan(_counts[rank][..Rank].Sum(), theirCounts[rank]).CopyTo(theirs[at..]);
        Sent += mine.Length - counts[Rank];
        _barrier.SignalAndWait();
    }

    public void Barrier() => _barrier.SignalAndWait();

    public byte[] Broadcast(byte[]? bytes) => throw new NotSupportedException();

    private void Exchange(ReadOnlySpan<float> mine, ReadOnlySpan<int> counts)
    {
        (_sent[Rank], _counts[Rank]) = (mine.ToArray(), counts.ToArray());
        _barrier.SignalAndWait();
    }
}
