using Tensorflow.Devices.Cpu;

namespace Tensorflow.Devices;

/// <summary>
/// What an operation may ask of the hardware: memory, and the computations in this class's other parts, one family a file. Blocks of
/// memory are dense, row-major and hold at least the elements that the sizes name; sizes were checked by the operation. Nothing above
/// this class knows which device it is, so another one is one more implementation.
/// </summary>
internal abstract partial class Device
{
    private readonly StoragePool _pool;

    protected Device() => _pool = new StoragePool(Allocate);

    /// <summary>A device in front of another that passes calls on; both hand out the same memory.</summary>
    private protected Device(Device behind) => _pool = behind._pool;

    /// <summary>The device that new tensors live on. A benchmark puts one in front of it that listens.</summary>
    internal static Device Current { get; set; } = new CpuDevice();

    /// <summary>Bytes taken from the device since the program started.</summary>
    internal long BytesTaken => _pool.BytesTaken;

    /// <summary>A block of at least so many bytes, not cleared.</summary>
    internal Storage Rent(long bytes) => _pool.Rent(bytes);

    /// <summary>Copies bytes to a place in a block.</summary>
    internal abstract void CopyFromHost(ReadOnlySpan<byte> source, Storage target, long targetOffset);

    /// <summary>Copies as many bytes as the span has from a place in a block.</summary>
    internal abstract void CopyToHost(Storage source, long sourceOffset, Span<byte> target);

    /// <summary>Copies bytes from one block to another; offsets are in bytes, the blocks differ.</summary>
    internal abstract void Copy(Storage source, long sourceOffset, Storage target, long targetOffset, long bytes);

    /// <summary>A new block of the device's memory, 64-byte aligned; it is never given back.</summary>
    protected abstract nint Allocate(long bytes);
}
