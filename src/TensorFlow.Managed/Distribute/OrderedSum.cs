using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu;

namespace Tensorflow.Distribute;

/// <summary>
/// Adds the replicas' tensors in the order of <see cref="ReductionTree"/>. Each process adds up what it has, as far as the tree allows.
/// Then each sums its own share of a tensor's numbers over all processes, and gives it to all. So each sends what a ring of them would,
/// less than twice the numbers, where the tree's halves are those of the processes.
/// </summary>
/// <param name="replicas">How many replicas there are in all.</param>
/// <param name="communicator">The processes.</param>
internal sealed unsafe class OrderedSum(int replicas, ICommunicator communicator)
{
    /// <summary>Numbers whose partial sums lie on the stack at once.</summary>
    private const int ChunkLength = 2048;

    /// <summary>Tensors of fewer numbers go together: the time to begin a message would be longer than that to copy them.</summary>
    private const int Small = 1 << 14;

    private readonly ReplicaRange _all = new(0, replicas);
    private readonly ReplicaRange _here = ReductionTree.OfRank(replicas, communicator.Rank, communicator.Size);
    private readonly List<ReplicaRange>[] _nodes =
        [.. Enumerable.Range(0, communicator.Size)
            .Select(rank => ReductionTree.Nodes(ReductionTree.OfRank(replicas, rank, communicator.Size), replicas))];

    /// <summary>The means over all replicas.</summary>
    /// <param name="parts">For each replica of this process, in their order, the tensors of which to take the mean, float32; null where
    /// there is none, at the same places for all.</param>
    /// <returns>New tensors of their shapes.</returns>
    internal Tensor[] Mean(Tensor[][] parts)
    {
        var means = Array.ConvertAll(parts[0], tensor => tensor is null ? null! : Tensor.Empty(tensor.shape, tensor.dtype));
        var (small, together) = (new List<int>(), 0L);
        for (var i = 0; i < means.Length; i++)
            if (means[i]?.size is { } size)
            {
                if (communicator.Size > 1 && size < Small)
                {
                    small.Add(i);
                    together += size;
                }
                else
                {
                    Mean(Array.ConvertAll(parts, part => part[i]), means[i]);
                }
            }

        if (small.Count > 0)
            MeanOfJoined(parts, small, means, together);
        return means;
    }

    /// <summary>The means of small tensors, which meet once.</summary>
    private void MeanOfJoined(Tensor[][] parts, List<int> small, Tensor[] means, long together)
    {
        var joined = Array.ConvertAll(parts, part =>
        {
            var all = Tensor.Empty(together, TF_DataType.TF_FLOAT);
            var at = 0L;
            foreach (var i in small)
            {
                Tensor.Device.Copy(part[i].Storage, 0, all.Storage, at, part[i].ByteLength);
                at += part[i].ByteLength;
            }

            return all;
        });
        using var mean = Tensor.Empty(together, TF_DataType.TF_FLOAT);
        Mean(joined, mean);
        var from = 0L;
        foreach (var i in small)
        {
            Tensor.Device.Copy(mean.Storage, from, means[i].Storage, 0, means[i].ByteLength);
            from += means[i].ByteLength;
        }

        foreach (var all in joined)
            all.Dispose();
    }

    /// <summary>The mean of one tensor's parts. Nothing is laid out anew for it: processes read each other's gradients, and their sums,
    /// where these are.</summary>
    private void Mean(Tensor[] parts, Tensor mean)
    {
        var (rank, ranks, length) = (communicator.Rank, communicator.Size, checked((int)mean.size));
        int Start(int owner) => (int)((long)length * owner / ranks);
        var shares = new int[ranks];
        for (var owner = 0; owner < ranks; owner++)
            shares[owner] = Start(owner + 1) - Start(owner);
        var y = Address(mean);
        var known = PartsOf(parts, Start(rank));
        using var received = ranks == 1 ? null : TakeShares(parts, shares, Start, known);
        Mean(known, y + Start(rank), shares[rank]);
        if (ranks > 1)
            communicator.AllGather(new(y + Start(rank), shares[rank]), new(y, length), shares);
        GC.KeepAlive(parts);
    }

    /// <summary>Gives the other processes their shares of this one's sums and takes its share of theirs.</summary>
    /// <param name="parts">A tensor's parts.</param>
    /// <param name="shares">How many of its numbers each process sums.</param>
    /// <param name="start">Where a process's share begins.</param>
    /// <param name="known">Gets where the others' sums lie.</param>
    /// <returns>The memory that they lie in.</returns>
    private Tensor TakeShares(Tensor[] parts, int[] shares, Func<int, int> start, Dictionary<ReplicaRange, nint> known)
    {
        var (rank, ranks) = (communicator.Rank, communicator.Size);
        var mine = _nodes[rank];
        var given = Array.ConvertAll(shares, share => mine.Count * share);
        var taken = new int[ranks];
        for (var other = 0; other < ranks; other++)
            taken[other] = other == rank ? 0 : _nodes[other].Count * shares[rank];
        var received = Tensor.Empty(taken.Sum(), TF_DataType.TF_FLOAT);
        float* receive = Address(received), next = receive;
        for (var other = 0; other < ranks; other++)
            for (var node = 0; node < _nodes[other].Count && other != rank; node++, next += shares[rank])
                known[_nodes[other][node]] = (nint)next;

        // Of several replicas the sums, laid out by who takes them, then by node; of a single one what it has.
        using var sums = parts.Length == 1 ? null : Tensor.Empty(given.Sum(), TF_DataType.TF_FLOAT);
        float* send = Address(sums ?? parts[0]), sum = send;
        for (var other = 0; other < ranks && sums is not null; sum += given[other], other++)
            for (var node = 0; node < mine.Count && other != rank; node++)
                Sum(PartsOf(parts, start(other)), mine[node], sum + node * (long)shares[other], shares[other]);
        communicator.AllToAll(new(send, given.Sum()), given, new(receive, taken.Sum()), taken);
        return received;
    }

    /// <summary>Where the parts of a tensor lie, from an element on.</summary>
    private Dictionary<ReplicaRange, nint> PartsOf(Tensor[] parts, long first)
    {
        var known = new Dictionary<ReplicaRange, nint>();
        for (var i = 0; i < parts.Length; i++)
            known[new ReplicaRange(_here.First + i, _here.First + i + 1)] = (nint)(Address(parts[i]) + first);
        return known;
    }

    private static float* Address(Tensor tensor) => tensor.Storage.As<float>();

    private void Mean(Dictionary<ReplicaRange, nint> known, float* y, long count) =>
        Work.RunElements(count, (start, length) =>
        {
            for (var at = 0; at < length; at += ChunkLength)
            {
                var chunk = new Span<float>(y + start + at, Math.Min(ChunkLength, length - at));
                SumChunk(known, _all, start + at, y + start + at, chunk.Length);
                TensorPrimitives.Divide(chunk, replicas, chunk);
            }
        });

    private static void Sum(Dictionary<ReplicaRange, nint> known, ReplicaRange node, float* y, long count) =>
        Work.RunElements(count, (start, length) =>
        {
            for (var at = 0; at < length; at += ChunkLength)
                SumChunk(known, node, start + at, y + start + at, Math.Min(ChunkLength, length - at));
        });

    [SkipLocalsInit]
    private static void SumChunk(Dictionary<ReplicaRange, nint> known, ReplicaRange node, long start, float* y, int count)
    {
        if (known.TryGetValue(node, out var there))
        {
            new ReadOnlySpan<float>((float*)there + start, count).CopyTo(new Span<float>(y, count));
            return;
        }

        var (first, second) = ReductionTree.Halves(node);
        SumChunk(known, first, start, y, count);
        var room = stackalloc float[ChunkLength];
        var other = known.TryGetValue(second, out there) ? (float*)there + start : room;
        if (other == room)
            SumChunk(known, second, start, room, count);
        TensorPrimitives.Add(new ReadOnlySpan<float>(y, count), new ReadOnlySpan<float>(other, count), new Span<float>(y, count));
    }
}
