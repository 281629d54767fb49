using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu;

namespace Tensorflow.Distribute;

/// <summary>
/// Adds the replicas' tensors in the order of <see cref="ReductionTree"/>. Each process adds up what it has, as far as the tree allows.
/// Then each sums its own share of the numbers over all processes, and gives it to all. So each sends what a ring of them would, less than
/// twice the numbers, where the tree's halves are those of the processes.
/// </summary>
/// <param name="replicas">How many replicas there are in all.</param>
/// <param name="communicator">The processes.</param>
internal sealed unsafe class OrderedSum(int replicas, ICommunicator communicator)
{
    /// <summary>Numbers whose partial sums lie on the stack at once.</summary>
    private const int ChunkLength = 2048;

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
        var places = new Places(Array.ConvertAll(parts[0], tensor => tensor?.size ?? 0), communicator.Size);
        var means = Array.ConvertAll(parts[0], tensor => tensor is null ? null! : Tensor.Empty(tensor.shape, tensor.dtype));
        if (communicator.Size == 1)
            for (var i = 0; i < means.Length; i++)
                Mean(PartsOf(parts, i, 0), Address(means[i]), places.Length(i));
        else
            MeanOverProcesses(parts, places, means);
        GC.KeepAlive(parts);
        return means;
    }

    private void MeanOverProcesses(Tensor[][] parts, Places places, Tensor[] means)
    {
        var mine = _nodes[communicator.Rank];
        var share = places.ShareOf(communicator.Rank);
        var given = Array.ConvertAll(places.Shares, length => mine.Count * length);
        var taken = Array.ConvertAll(_nodes, nodes => nodes.Count * share);

        // Laid out by who sums them, then by node.
        using var sent = Tensor.Empty(given.Sum(), TF_DataType.TF_FLOAT);
        using var received = Tensor.Empty(taken.Sum(), TF_DataType.TF_FLOAT);
        using var total = Tensor.Empty(places.Count, TF_DataType.TF_FLOAT);
        float* send = Address(sent), receive = Address(received), result = Address(total);
        for (var i = 0; i < means.Length; i++)
            for (var owner = 0; owner < places.Shares.Length; owner++)
            {
                var (first, count) = places.Common(i, owner);
                for (var node = 0; node < mine.Count && count > 0; node++)
                    Sum(
                        PartsOf(parts, i, first - places.Start(i)), mine[node],
                        send + mine.Count * places.StartOf(owner) + node * (long)places.ShareOf(owner) + first - places.StartOf(owner),
                        count);
            }

        communicator.AllToAll(new(send, given.Sum()), given, new(receive, taken.Sum()), taken);
        var known = new Dictionary<ReplicaRange, nint>();
        foreach (var node in _nodes.SelectMany(nodes => nodes))
            known[node] = (nint)(receive + known.Count * (long)share);
        // What was sent is no longer needed.
        Mean(known, send, share);
        communicator.AllGather(new(send, share), new(result, places.Count), places.Shares);
        for (var i = 0; i < means.Length; i++)
            if (places.Length(i) > 0)
                Buffer.MemoryCopy(result + places.Start(i), Address(means[i]), 4 * places.Length(i), 4 * places.Length(i));
    }

    /// <summary>Where the parts of one tensor lie, from an element on.</summary>
    private Dictionary<ReplicaRange, nint> PartsOf(Tensor[][] parts, int index, long first)
    {
        var known = new Dictionary<ReplicaRange, nint>();
        for (var i = 0; i < parts.Length && parts[i][index] is not null; i++)
            known[new ReplicaRange(_here.First + i, _here.First + i + 1)] = (nint)(Address(parts[i][index]) + first);
        return known;
    }

    private static float* Address(Tensor? tensor) => tensor is null ? null : tensor.Storage.As<float>();

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

    /// <summary>Tensors one after the other, and the shares of the processes in them.</summary>
    private sealed class Places
    {
        private readonly long[] _starts;

        internal Places(long[] lengths, int processes)
        {
            _starts = new long[lengths.Length + 1];
            for (var i = 0; i < lengths.Length; i++)
                _starts[i + 1] = _starts[i] + lengths[i];
            Count = checked((int)_starts[^1]);
            Shares = new int[processes];
            for (var rank = 0; rank < processes; rank++)
                Shares[rank] = (int)(StartOf(rank + 1) - StartOf(rank));
        }

        /// <summary>Numbers in all.</summary>
        internal int Count { get; }

        /// <summary>How many numbers each process sums.</summary>
        internal int[] Shares { get; }

        internal long Start(int index) => _starts[index];

        internal long Length(int index) => _starts[index + 1] - _starts[index];

        internal int ShareOf(int rank) => Shares[rank];

        internal long StartOf(int rank) => (long)Count * rank / Shares.Length;

        /// <summary>The numbers of one tensor that one process sums.</summary>
        internal (long First, long Count) Common(int index, int rank)
        {
            var first = Math.Max(_starts[index], StartOf(rank));
            return (first, Math.Min(_starts[index + 1], StartOf(rank) + Shares[rank]) - first);
        }
    }
}
