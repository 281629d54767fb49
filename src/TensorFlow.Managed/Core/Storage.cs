namespace Tensorflow;

/// <summary>
/// A block of a device's memory, counted by the tensors that show it. When the last of them lets go it returns to the pool; one that
/// was forgotten is returned by the garbage collector, so that a program is right without ever calling Dispose.
/// </summary>
internal sealed unsafe class Storage
{
    private readonly StoragePool _pool;
    private nint _pointer;
    private int _references = 1;

    internal Storage(StoragePool pool, nint pointer, long capacity)
    {
        _pool = pool;
        _pointer = pointer;
        Capacity = capacity;
    }

    ~Storage() => _pool.Return(_pointer, Capacity);

    /// <summary>Bytes that the block holds; at least what was asked for.</summary>
    internal long Capacity { get; }

    /// <summary>True when more than one tensor shows this block, so that writing to it would change what the others show.</summary>
    internal bool IsShared => Volatile.Read(ref _references) > 1;

    /// <summary>The block's address on its device, 64-byte aligned.</summary>
    internal nint Pointer => _pointer;

    internal T* As<T>() where T : unmanaged => (T*)_pointer;

    internal Storage AddReference()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        GC.SuppressFinalize(this);
        _pool.Return(Interlocked.Exchange(ref _pointer, 0), Capacity);
    }
}
