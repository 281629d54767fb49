using System.Collections;

namespace Tensorflow.Data;

/// <summary>What all datasets share: the methods that lead from one to the next, and the walk that a program sees.</summary>
internal abstract class Dataset : IDatasetV2
{
    internal const long Infinite = -1;
    internal const long Unknown = -2;

    /// <summary>How many elements a walk gives, or <see cref="Infinite"/> or <see cref="Unknown"/>.</summary>
    internal abstract long Cardinality { get; }

    /// <summary>True when a walk may draw random numbers, so that it needs a stream to draw them from.</summary>
    internal abstract bool IsRandom { get; }

    /// <summary>
    /// Starts a walk. What it needs of <paramref name="random"/> to start it takes before it returns, on the caller's thread; the rest of
    /// the walk may run on another one.
    /// </summary>
    internal abstract IEnumerator<Element> Open(RandomGenerator random);

    public IDatasetV2 cache(string filename = "") => filename.Length == 0
        ? new CacheDataset(this)
        : throw new NotSupportedException($"Dataset.cache: elements are kept in memory only; filename must be empty, not '{filename}'.");

    public IDatasetV2 concatenate(IDatasetV2 dataset) => new ConcatenateDataset(this, Known(dataset, "concatenate"));

    public IDatasetV2 filter(Func<Tensors, bool> predicate) => new FilterDataset(this, predicate);

    public IDatasetV2 map(Func<Tensors, Tensors> map_func) => new MapDataset(this, map_func);

    public IDatasetV2 map(Func<Tensors, Tensors> map_func, int num_parallel_calls) => map(map_func);

    public IDatasetV2 shard(int num_shards, int index) => index >= 0 && index < AtLeast(1, num_shards, "shard", "num_shards")
        ? new ShardDataset(this, num_shards, index)
        : throw new ArgumentException($"Dataset.shard: index must be from 0 to {num_shards - 1}; got {index}.");

    public IDatasetV2 shuffle(int buffer_size, int? seed = null, bool reshuffle_each_iteration = true) =>
        new ShuffleDataset(this, AtLeast(1, buffer_size, "shuffle", "buffer_size"), seed, reshuffle_each_iteration);

    public IDatasetV2 batch(int batch_size, bool drop_remainder = false) =>
        new BatchDataset(this, AtLeast(1, batch_size, "batch", "batch_size"), drop_remainder);

    public IDatasetV2 prefetch(int buffer_size = -1, int? slack_period = null) =>
        AtLeast(-1, buffer_size, "prefetch", "buffer_size") == 0 ? this : new PrefetchDataset(this, buffer_size);

    public IDatasetV2 repeat(int count = -1) => new RepeatDataset(this, AtLeast(-1, count, "repeat", "count"));

    public IDatasetV2 take(int count) => new TakeDataset(this, AtLeast(-1, count, "take", "count"));

    public IDatasetV2 skip(int count) => new SkipDataset(this, AtLeast(-1, count, "skip", "count"));

    public Tensor cardinality(string? name = null) => Cardinality;

    public Tensor dataset_cardinality(string? name = null) => Cardinality;

    public IEnumerator<(Tensors, Tensors)> GetEnumerator() =>
        Show(Open(IsRandom ? new RandomGenerator(RandomGenerator.Global.NextKey()) : RandomGenerator.Global));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerator<(Tensors, Tensors)> Show(IEnumerator<Element> elements)
    {
        using (elements)
            while (elements.MoveNext())
            {
                var tensors = elements.Current.ToTensors();
                yield return (tensors[0], tensors.Length > 1 ? new Tensors(tensors[1..]) : null!);
            }
    }

    /// <exception cref="ArgumentException">The dataset was not made by tf.data.</exception>
    internal static Dataset Known(IDatasetV2 dataset, string method) => dataset as Dataset
        ?? throw new ArgumentException(
            $"Dataset.{method}: only datasets that tf.data made can be joined; got {dataset?.GetType().Name ?? "null"}.");

    private static int AtLeast(int least, int value, string method, string parameter) =>
        value >= least ? value : throw new ArgumentException($"Dataset.{method}: {parameter} must be at least {least}; got {value}.");
}
