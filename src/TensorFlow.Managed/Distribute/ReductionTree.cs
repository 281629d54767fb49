namespace Tensorflow.Distribute;

/// <summary>
/// The order in which the replicas' numbers are added: the sum over a range is that over its first half plus that over its second. It
/// depends on the number of replicas alone, so a sum has the same bits on any number of processes.
/// </summary>
internal static class ReductionTree
{
    /// <summary>The replicas of a process: as many as of another one, or one more or less, in their order.</summary>
    internal static ReplicaRange OfRank(int replicas, int rank, int ranks) =>
        new((int)((long)replicas * rank / ranks), (int)((long)replicas * (rank + 1) / ranks));

    /// <summary>Where a range of several is halved.</summary>
    internal static (ReplicaRange First, ReplicaRange Second) Halves(ReplicaRange range)
    {
        var middle = range.First + range.Count / 2;
        return (range with { End = middle }, range with { First = middle });
    }

    /// <summary>The fewest sums of the tree that make up a range, in their order.</summary>
    /// <param name="part">The range.</param>
    /// <param name="replicas">How many replicas there are.</param>
    internal static List<ReplicaRange> Nodes(ReplicaRange part, int replicas)
    {
        var nodes = new List<ReplicaRange>();
        Add(new ReplicaRange(0, replicas));
        return nodes;

        void Add(ReplicaRange node)
        {
            if (node.End <= part.First || node.First >= part.End)
                return;
            if (node.First >= part.First && node.End <= part.End)
            {
                nodes.Add(node);
                return;
            }

            var (first, second) = Halves(node);
            Add(first);
            Add(second);
        }
    }
}

/// <summary>Replicas with consecutive numbers.</summary>
/// <param name="First">The first one.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct ReplicaRange(int First, int End)
{
    internal int Count => End - First;
}
