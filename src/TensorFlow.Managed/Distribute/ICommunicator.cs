namespace Tensorflow.Distribute;

/// <summary>
/// What processes that train together tell each other. Each call is made by all of them, in the same order, on the thread that made the
/// communicator, and returns when this process has its part.
/// </summary>
public interface ICommunicator
{
    /// <summary>This process's number, from 0.</summary>
    int Rank { get; }

    /// <summary>How many processes there are.</summary>
    int Size { get; }

    /// <summary>Every process gets the numbers of all.</summary>
    /// <param name="mine">This process's; they may lie in <paramref name="all"/> already, at their place.</param>
    /// <param name="all">Room for those of all, in the order of the ranks.</param>
    /// <param name="counts">How many numbers each rank gives.</param>
    void AllGather(ReadOnlySpan<float> mine, Span<float> all, ReadOnlySpan<int> counts);

    /// <summary>Every process gives each other one numbers. What it has for itself stays where it is.</summary>
    /// <param name="mine">What this one gives, in the order of the ranks, with what it has for itself.</param>
    /// <param name="counts">How many numbers of <paramref name="mine"/> go to each rank.</param>
    /// <param name="theirs">Room for what it gets, in the order of the ranks.</param>
    /// <param name="theirCounts">How many numbers each rank gives it; 0 for itself.</param>
    void AllToAll(ReadOnlySpan<float> mine, ReadOnlySpan<int> counts, Span<float> theirs, ReadOnlySpan<int> theirCounts);

    /// <summary>Waits until every process is here.</summary>
    void Barrier();

    /// <summary>Every process gets the bytes of rank 0.</summary>
    /// <param name="bytes">At rank 0 what to give; not used elsewhere.</param>
    byte[] Broadcast(byte[]? bytes);
}
