using Tensorflow.Devices.Cpu;

namespace Tensorflow.Devices;

/// <summary>
/// What an operation may ask of the hardware: memory, and the computations in this class's other parts, one family a file. Blocks of
/// memory are dense, row-major and hold at least the elements that the sizes name; sizes were checked by the operation. Nothing above
/// this class knows which device it is, so another one is one more implementation.
/// </summary>
internal abstract partial class Device
{
    /// <summary>This computer's processor.</summary>
    internal static Device Processor { get; } = new CpuDevice();

    private static Device s_current = Processor;

    [ThreadStatic]
    private static Device? t_scoped;

    private readonly StoragePool _pool;

    /// <param name="name"><c>CPU:0</c>, <c>GPU:0</c> and so on.</param>
    /// <param name="description">What it is, for people.</param>
    protected Device(string name, string description)
    {
        (Name, Description) = (name, description);
        _pool = new StoragePool(this, Allocate);
    }

    /// <summary>A device in front of another that passes calls on; both hand out the same memory.</summary>
    private protected Device(Device behind) => (Name, Description, _pool) = (behind.Name, behind.Description, behind._pool);

    /// <summary>The device that new tensors live on: the thread's <see cref="DeviceScope"/>'s, else the program's, which is the processor
    /// unless set. A benchmark puts one in front of it that listens.</summary>
    internal static Device Current
    {
        get => t_scoped ?? s_current;
        set => s_current = value;
    }

    /// <summary>The device that this thread's open scope names, or null.</summary>
    internal static Device? Scoped
    {
        get => t_scoped;
        set => t_scoped = value;
    }

    /// <summary><c>CPU:0</c>, <c>GPU:0</c> and so on.</summary>
    internal string Name { get; }

    /// <summary>What it is, for people: a graphics card's name.</summary>
    internal string Description { get; }

    /// <summary>Whether products round their factors to TF32; a device that cannot stays exact.</summary>
    internal bool UsesTensorFloat32
    {
        get;
        set => field = UseTensorFloat32(value);
    }

    /// <summary>Bytes taken from the device since the program started.</summary>
    internal long BytesTaken => _pool.BytesTaken;

    /// <summary>A block of at least so many bytes, not cleared.</summary>
    internal Storage Rent(long bytes) => _pool.Rent(bytes);

    /// <summary>Whether a block lies in this device's memory.</summary>
    internal bool Owns(Storage storage) => ReferenceEquals(storage.Pool, _pool);

    /// <summary>Which device reads a block without a copy: this one where it lies here, else its own.</summary>
    internal Device OwnerOf(Storage storage) => Owns(storage) ? this : storage.Pool.Owner;

    /// <summary>
    /// The block itself where it lies here, else a copy to read, which is made once and kept with the block until that is written to or
    /// freed. The caller must not release it.
    /// </summary>
    internal unsafe Storage Here(Storage storage)
    {
        if (Owns(storage))
            return storage;
        if (storage.FormOf(_pool) is { } kept)
            return kept;
        var copy = Rent(storage.Capacity);
        var bytes = checked((int)storage.Capacity);
        if (ReferenceEquals(this, Processor))
            storage.Pool.Owner.CopyToHost(storage, 0, new Span<byte>((void*)copy.Pointer, bytes));
        else
            CopyFromHost(new ReadOnlySpan<byte>((void*)storage.Pointer, bytes), copy, 0);
        return storage.KeepForm(_pool, copy);
    }

    /// <summary>Copies bytes to a place in a block.</summary>
    internal abstract void CopyFromHost(ReadOnlySpan<byte> source, Storage target, long targetOffset);

    /// <summary>Copies as many bytes as the span has from a place in a block.</summary>
    internal abstract void CopyToHost(Storage source, long sourceOffset, Span<byte> target);

    /// <summary>Copies bytes from one block to another; offsets are in bytes, the blocks differ.</summary>
    internal abstract void Copy(Storage source, long sourceOffset, Storage target, long targetOffset, long bytes);

    /// <summary>Turns TF32 on or off.</summary>
    /// <returns>Whether it is on now; never where the device has none.</returns>
    protected virtual bool UseTensorFloat32(bool value) => false;

    /// <summary>A new block of the device's memory, 64-byte aligned; it is never given back.</summary>
    protected abstract nint Allocate(long bytes);
}
