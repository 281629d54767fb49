namespace Tensorflow;

/// <summary>
/// A sequence of elements that is made anew each time it is walked through; methods give further sequences and change nothing. An element
/// is a pair: features, then labels, null where there are none. Its tensors belong to whoever walks.
/// </summary>
public interface IDatasetV2 : IEnumerable<(Tensors, Tensors)>
{
    /// <summary>The elements, kept in memory when they are first walked through to their end; later walks give the kept ones.</summary>
    /// <param name="filename">Must be empty.</param>
    /// <exception cref="NotSupportedException">A file is named.</exception>
    IDatasetV2 cache(string filename = "");

    /// <summary>These elements, then those of another dataset.</summary>
    /// <exception cref="ArgumentException">The other was not made by tf.data.</exception>
    IDatasetV2 concatenate(IDatasetV2 dataset);

    /// <summary>The elements for which a condition holds.</summary>
    /// <param name="predicate">Takes the element's tensors, features first, then labels.</param>
    IDatasetV2 filter(Func<Tensors, bool> predicate);

    /// <summary>Each element replaced by what a function makes of it, in the same order.</summary>
    /// <param name="map_func">Takes the element's tensors (features first,
    /// then labels) and gives the new element's, in this order too.</param>
    IDatasetV2 map(Func<Tensors, Tensors> map_func);

    /// <summary>Each element replaced by what a function makes of it, in the same order, on the thread that walks.</summary>
    /// <param name="map_func">Takes the element's tensors and gives the new element's.</param>
    /// <param name="num_parallel_calls">Not used: elements are made one by one, so that a seed gives the same ones.</param>
    IDatasetV2 map(Func<Tensors, Tensors> map_func, int num_parallel_calls);

    /// <summary>Every num_shards-th element from one on, so that several readers share the elements.</summary>
    /// <param name="num_shards">How many readers there are, at least 1.</param>
    /// <param name="index">The number of this one, from 0.</param>
    /// <exception cref="ArgumentException">There is no such reader.</exception>
    IDatasetV2 shard(int num_shards, int index);

    /// <summary>The elements in random order: drawn one by one from a buffer that the next ones fill up.</summary>
    /// <param name="buffer_size">Elements in the buffer, at least 1; as many as the sequence has for a perfect shuffle.</param>
    /// <param name="seed">Makes the orders depend on this number and the global seed only.</param>
    /// <param name="reshuffle_each_iteration">Whether each walk has another order.</param>
    /// <exception cref="ArgumentException">The buffer is empty.</exception>
    IDatasetV2 shuffle(int buffer_size, int? seed = null, bool reshuffle_each_iteration = true);

    /// <summary>Consecutive elements stacked along a new first axis.</summary>
    /// <param name="batch_size">Elements in a batch, at least 1.</param>
    /// <param name="drop_remainder">Whether a last batch that is not full is left out.</param>
    /// <exception cref="ArgumentException">The batch is empty.</exception>
    IDatasetV2 batch(int batch_size, bool drop_remainder = false);

    /// <summary>Elements made ahead on a thread of their own while the program works on earlier ones.</summary>
    /// <param name="buffer_size">How many at most; -1 (<c>tf.data.AUTOTUNE</c>) lets the runtime choose, 0 makes none ahead.</param>
    /// <param name="slack_period">Not used.</param>
    /// <exception cref="ArgumentException">A size below -1.</exception>
    IDatasetV2 prefetch(int buffer_size = -1, int? slack_period = null);

    /// <summary>The sequence several times over.</summary>
    /// <param name="count">How often; -1 for ever.</param>
    /// <exception cref="ArgumentException">A count below -1.</exception>
    IDatasetV2 repeat(int count = -1);

    /// <summary>The first elements.</summary>
    /// <param name="count">How many at most; -1 for all.</param>
    /// <exception cref="ArgumentException">A count below -1.</exception>
    IDatasetV2 take(int count);

    /// <summary>All but the first elements.</summary>
    /// <param name="count">How many to leave out; -1 for all.</param>
    /// <exception cref="ArgumentException">A count below -1.</exception>
    IDatasetV2 skip(int count);

    /// <summary>How many elements a walk gives: an int64 scalar, -1 if it never ends, -2 if that is not known.</summary>
    /// <param name="name">Not used.</param>
    Tensor cardinality(string? name = null);

    /// <inheritdoc cref="cardinality"/>
    Tensor dataset_cardinality(string? name = null);
}
