using Tensorflow.Devices;

namespace Tensorflow;

/// <summary>
/// Hands out blocks of a device's memory and takes them back, so that a training step, which asks for the same sizes as the step before
/// it, takes no new memory. Sizes are rounded up to eighths of a power of two (at most 12.5 % is lost), so that blocks are found again.
/// </summary>
/// <remarks>Blocks come back from any thread, the finaliser's among them; one lock guards the lists.</remarks>
internal sealed class StoragePool(Device owner, Func<long, nint> allocate)
{
    /// <summary>Below this many bytes in use nobody collects garbage to find memory.</summary>
    private const long Comfortable = 512L << 20;

    private readonly Dictionary<long, Stack<nint>> _free = [];
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
                    BytesTaken += capacity;
                    _inUse += capacity;
                }
            }
        }

        return pointer;
    }

    internal void Return(nint pointer, long capacity)
    {
        if (pointer == 0)
            return;
        lock (_lock)
        {
            _inUse -= capacity;
            if (!_free.TryGetValue(capacity, out var blocks))
                _free[capacity] = blocks = new Stack<nint>();
            blocks.Push(pointer);
        }
    }

    private bool TryTake(long capacity, out nint pointer)
    {
        lock (_lock)
        {
            if (!_free.TryGetValue(capacity, out var blocks) || !blocks.TryPop(out pointer))
            {
                pointer = 0;
                return false;
            }

            _inUse += capacity;
            return true;
        }
    }

    private static long Round(long bytes)
    {
        var step = Math.Max(64L, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 1)) / 16);
        return (Math.Max(bytes, 1) + step - 1) / step * step;
    }
}
