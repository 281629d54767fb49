using Tensorflow.Operations;

namespace Tensorflow.Distribute;

/// <summary>
/// What a replica knows while its step runs on this thread. Replicas do the same operations in the same order, each with its own part of
/// the batch; here they meet.
/// </summary>
public sealed unsafe class ReplicaContext
{
    [ThreadStatic]
    private static ReplicaContext? t_current;

    private readonly MirroredStrategy _strategy;
    private readonly int _index;

    /// <summary>Where this replica stands in the streams of random numbers that it drew from in this step.</summary>
    private readonly Dictionary<RandomGenerator, ulong> _positions = new(ReferenceEqualityComparer.Instance);

    internal ReplicaContext(MirroredStrategy strategy, int index, int number)
    {
        (_strategy, _index) = (strategy, index);
        replica_id_in_sync_group = number;
    }

    /// <summary>This thread's replica; null outside of <see cref="MirroredStrategy.run"/>.</summary>
    public static ReplicaContext? Current
    {
        get => t_current;
        internal set => t_current = value;
    }

    /// <summary>This replica's number, from 0.</summary>
    public int replica_id_in_sync_group { get; }

    /// <summary>How many replicas there are in all.</summary>
    public int num_replicas_in_sync => _strategy.num_replicas_in_sync;

    /// <summary>Whether no replica of this process comes before it.</summary>
    internal bool IsFirstInProcess => _index == 0;

    /// <summary>The sum over all replicas, which each of them gets. Gradients flow through it to all.</summary>
    /// <param name="x">float32; small, as statistics are.</param>
    public Tensor all_reduce(Tensor x) => AllReduce.Apply(x, this);

    /// <summary>Runs what changes variables: once in each process, when all its replicas have come here. The others go on after
    /// it.</summary>
    public void merge_call(Action merge) => _strategy.Meet<object?>(_index, null, _ =>
    {
        merge();
        return null;
    });

    /// <summary>Takes the mean of tensors over all replicas, in a fixed order, and runs what uses it, once in each process.</summary>
    /// <param name="tensors">This replica's; null where there is none, at the same places for all.</param>
    /// <param name="merge">Takes the means, which live as long as the first replica's other tensors.</param>
    public void merge_means(Tensor[] tensors, Action<Tensor[]> merge) => _strategy.Meet<object?>(_index, tensors, parts =>
    {
        merge(_strategy.Means(Array.ConvertAll(parts, part => (Tensor[])part!)));
        return null;
    });

    /// <summary>The numbers of each replica: a row for each, in their order, with its tensors one after the other.</summary>
    /// <param name="mine">float32.</param>
    /// <returns>What is there until the next call.</returns>
    internal ReadOnlySpan<float> Gather(params Tensor[] mine) => _strategy.Meet(_index, mine, parts =>
        _strategy.Gather(Array.ConvertAll(parts, part => (Tensor[])part!))).Span;

    /// <summary>The sums of the replicas' tensors, in their order and in double precision.</summary>
    /// <param name="mine">float32.</param>
    internal Tensor[] Sum(params Tensor[] mine)
    {
        var all = Gather(mine);
        var sums = Array.ConvertAll(mine, tensor => Tensor.Empty(tensor.shape, tensor.dtype));
        var (at, row) = (0, all.Length / num_replicas_in_sync);
        foreach (var sum in sums)
        {
            var y = sum.Storage.As<float>();
            for (var i = 0; i < sum.size; i++, at++)
            {
                var total = 0.0;
                for (var place = at; place < all.Length; place += row)
                    total += all[place];
                y[i] = (float)total;
            }
        }

        return sums;
    }

    /// <summary>
    /// Sets random numbers aside for all replicas, of which each has as many: where a part begins at a whole block of four, they are the
    /// very numbers that a single replica would draw for the whole batch.
    /// </summary>
    /// <param name="generator">The stream.</param>
    /// <param name="count">How many this replica draws.</param>
    /// <param name="stepsPerNumber">Steps of the counter that are set aside for a number.</param>
    /// <param name="stepsPerBlock">Steps of the counter for which a kernel draws four.</param>
    /// <returns>The counter of this replica's first number.</returns>
    internal ulong Reserve(RandomGenerator generator, long count, ulong stepsPerNumber, ulong stepsPerBlock)
    {
        var position = _positions.TryGetValue(generator, out var own) ? own : generator.State.Position;
        _positions[generator] = checked(position + (ulong)count * (ulong)num_replicas_in_sync * stepsPerNumber);
        var before = (ulong)count * (ulong)replica_id_in_sync_group;
        // A kernel begins with a block: other parts begin where none of the aligned ones, which are shorter, comes to.
        return before % 4 == 0 ? position + before / 4 * stepsPerBlock : position + before * stepsPerNumber;
    }

    /// <summary>Moves the streams to where the step ended, or forgets that.</summary>
    internal void EndStep(bool move)
    {
        if (move)
            foreach (var (generator, position) in _positions)
                generator.State = (generator.State.Key, position);
        _positions.Clear();
    }
}
