using Tensorflow.Devices;

namespace Tensorflow;

/// <summary>
/// Hands out blocks of a device's memory and takes them back, so that a training step, which asks for the same sizes as the step before
/// it, takes no new memory. Sizes are rounded up a little, so that blocks are found again, and where none of a size is free a larger one
/// serves: what a step needs at different times shares memory.
/// </summary>
/// <remarks>Blocks come back from any thread, the finaliser's among them; one lock guards the lists.</remarks>
internal sealed class StoragePool(Device owner, Func<long, nint> allocate)
{
    /// <summary>Below this many bytes in use nobody collects garbage to find memory.</summary>
    private const long Comfortable = 512L << 20;

    /// <summary>How many times as large as what is asked for a block may be. Measured, docs/benchmarks.md: a step keeps the least memory
    /// by this; where any block serves, small tensors take the large ones, which are missed then.</summary>
    private const double MostTooLarge = 1.5;

    /// <summary>What is free, by size.</summary>
    private readonly Dictionary<long, Stack<nint>> _free = [];

    /// <summary>The size of each block.</summary>
    private readonly Dictionary<nint, long> _sizes = [];

    private readonly Lock _lock = new();
    private long _inUse;
    private long _collectAbove = Comfortable;

    /// <summary>The device whose memory this is.</summary>
    internal Device Owner => owner;

    /// <summary>Bytes taken from the device so far, in use or waiting in the lists.</summary>
    internal long BytesTaken { get; private set; }

    internal Storage Rent(long bytes)
    {
        var capacity = Round(bytes);
        return new Storage(this, Take(capacity), capacity);
    }

    /// <summary>Memory for a storage that gave its own back.</summary>
    /// <param name="capacity">A <see cref="Storage.Capacity"/>.</param>
    internal nint Take(long capacity)
    {
        if (!TryTake(capacity, out var pointer))
        {
            // Tensors that a program dropped without a scope hold native memory that the collector does not see: make it look.
            if (Volatile.Read(ref _inUse) + capacity > Volatile.Read(ref _collectAbove))
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                lock (_lock)
                    _collectAbove = Math.Max(Comfortable, 2 * (_inUse + capacity));
            }

            if (!TryTake(capacity, out pointer))
            {
                pointer = allocate(capacity);
                lock (_lock)
                {
                    _sizes[pointer] = capacity;
                    BytesTaken += capacity;
                    _inUse += capacity;
                }
            }
        }

        return pointer;
    }

    internal void Return(nint pointer)
    {
        if (pointer == 0)
            return;
        lock (_lock)
        {
            var size = _sizes[pointer];
            _inUse -= size;
            if (!_free.TryGetValue(size, out var blocks))
                _free[size] = blocks = new Stack<nint>();
            blocks.Push(pointer);
        }
    }

    private bool TryTake(long capacity, out nint pointer)
    {
        lock (_lock)
        {
            if (!_free.TryGetValue(capacity, out var blocks) || !blocks.TryPop(out pointer))
            {
                capacity = NextSize(capacity);
                if (capacity == 0)
                {
                    pointer = 0;
                    return false;
                }

                pointer = _free[capacity].Pop();
            }

            _inUse += capacity;
            return true;
        }
    }

    /// <summary>The size of the smallest free block that is larger, but not too large; 0 where there is none.</summary>
    private long NextSize(long capacity)
    {
        var next = 0L;
        foreach (var (size, blocks) in _free)
            if (size > capacity && size <= capacity * MostTooLarge && blocks.Count > 0 && (next == 0 || size < next))
                next = size;
        return next;
    }

    /// <summary>Up to a 64th of the next power of two, which is a 32nd of the size at most.</summary>
    private static long Round(long bytes)
    {
        var step = Math.Max(64L, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 1)) / 64);
        return (Math.Max(bytes, 1) + step - 1) / step * step;
    }
}
