using Tensorflow.Devices.Cpu;

namespace Tensorflow.Data;

/// <summary>
/// The elements in random order, as tf.data draws it: a ring of elements is filled, one is drawn and gives its place to the oldest, and
/// the next element comes in.
/// </summary>
internal sealed class ShuffleDataset : Dataset
{
    private readonly Dataset _input;
    private readonly int _bufferSize;

    /// <summary>Where each walk's key comes from; null where the walk brings it.</summary>
    private readonly RandomGenerator? _keys;

    /// <summary>The key of every walk; null where each has its own.</summary>
    private readonly ulong? _key;

    /// <summary>
    /// The last walk's ring, for the next: it is large, and one for each epoch would make the garbage collector go through the whole heap.
    /// No shared pool's: that forgets what a thread returned that has ended since.
    /// </summary>
    private Element[]? _ring;

    internal ShuffleDataset(Dataset input, int bufferSize, int? seed, bool reshuffleEachIteration)
    {
        (_input, _bufferSize) = (input, bufferSize);
        if (!reshuffleEachIteration)
            _key = seed is { } fixedSeed ? RandomGenerator.KeyOfSeed(fixedSeed) : RandomGenerator.Global.NextKey();
        else if (seed is { } first)
            _keys = new RandomGenerator(RandomGenerator.KeyOfSeed(first));
    }

    internal override long Cardinality => _input.Cardinality;

    internal override bool IsRandom => (_key is null && _keys is null) || _input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random)
    {
        var key = _key ?? (_keys ?? random).NextKey();
        return Run(_input.Open(random), key);
    }

    private IEnumerator<Element> Run(IEnumerator<Element> elements, ulong key)
    {
        // A sequence shorter than the buffer does not need all of it.
        var cardinality = _input.Cardinality;
        var size = cardinality < 0 ? _bufferSize : (int)Math.Clamp(cardinality, 1, _bufferSize);
        var ring = Interlocked.Exchange(ref _ring, null) ?? new Element[size];
        var bits = new uint[1024];
        try
        {
            long oldest = 0, end = 0, drawn = 0;
            var isMore = true;
            while (true)
            {
                while (isMore && end - oldest < size && (isMore = elements.MoveNext()))
                    ring[end++ % size] = elements.Current;
                if (end == oldest)
                    yield break;

                if (drawn % bits.Length == 0)
                    Philox.Bits(key, (UInt128)(drawn / 4), bits);
                var place = (oldest + bits[drawn++ % bits.Length] % (end - oldest)) % size;
                var element = ring[place];
                ring[place] = ring[oldest++ % size];
                yield return element;
            }
        }
        finally
        {
            elements.Dispose();
            Array.Clear(ring);
            _ring = ring;
        }
    }
}
