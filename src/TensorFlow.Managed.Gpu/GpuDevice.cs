using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Tensorflow.Devices.Gpu.Blas;

namespace Tensorflow.Devices.Gpu;

/// <summary>
/// A graphics card. Kernels are C# that ILGPU compiles for it; matrix products go through cuBLAS where that is installed. All work goes
/// into one stream, in the order of the calls, so a block that was handed back may be taken by the next call at once. Tests run the same
/// kernels on ILGPU's simulation of a card.
/// </summary>
internal sealed unsafe partial class GpuDevice : Device, IDisposable
{
    private readonly Context _context;
    private readonly Accelerator _accelerator;
    private readonly AcceleratorStream _stream;
    private readonly CublasLibrary? _cublas;
    private readonly ConcurrentDictionary<nint, MemoryBuffer> _buffers = new();

    internal GpuDevice(string name, Context context, Accelerator accelerator)
        : base(name, accelerator.Name)
    {
        (_context, _accelerator, _stream) = (context, accelerator, accelerator.CreateStream());
        _accelerator.Bind();
        if (_stream is CudaStream cuda)
            _cublas = CublasLibrary.TryLoad(cuda.StreamPtr);
        UsesCublas = true;
    }

    /// <summary>What computes matrix products: the file of cuBLAS, or our own kernel.</summary>
    internal string MatMulBy => UsesCublas ? _cublas!.Name : "a kernel of its own";

    /// <summary>Whether cuBLAS computes matrix products; false where it is not installed, and where it was turned off.</summary>
    internal bool UsesCublas
    {
        get;
        set => field = value && _cublas is not null;
    }

    /// <summary>Whether this is a card and not its simulation.</summary>
    private bool IsCard => _accelerator.AcceleratorType == AcceleratorType.Cuda;

    internal override void CopyFromHost(ReadOnlySpan<byte> source, Storage target, long targetOffset)
    {
        if (source.IsEmpty)
            return;
        // ILGPU does not keep the collector from moving what it copies.
        fixed (byte* from = source)
            using (Send(GpuWork.Write, "write"))
                View<byte>(target).SubView(targetOffset, source.Length).CopyFromCPUUnsafeAsync(_stream, ref *from, source.Length);
    }

    internal override void CopyToHost(Storage source, long sourceOffset, Span<byte> target)
    {
        if (target.IsEmpty)
            return;
        fixed (byte* to = target)
            using (Send(GpuWork.Read, "read"))
            {
                View<byte>(source).SubView(sourceOffset, target.Length).CopyToCPUUnsafeAsync(_stream, ref *to, target.Length);
                _stream.Synchronize();
            }
    }

    internal override void Copy(Storage source, long sourceOffset, Storage target, long targetOffset, long bytes)
    {
        if (bytes == 0)
            return;
        var (from, to) = (View<byte>(source).SubView(sourceOffset, bytes), View<byte>(target).SubView(targetOffset, bytes));
        using (Send(GpuWork.Copy, "copy"))
            from.CopyTo(_stream, to);
    }

    /// <summary>Waits until all work is done.</summary>
    internal void Synchronize()
    {
        lock (_lock)
            _stream.Synchronize();
    }

    public void Dispose()
    {
        _cublas?.Dispose();
        _stream.Dispose();
        _accelerator.Dispose();
        _context.Dispose();
    }

    protected override bool UseTensorFloat32(bool value)
    {
        // Our own kernel has none.
        lock (_lock)
            _cublas?.SetTensorFloat32(value);
        return value && _cublas is not null;
    }

    protected override nint Allocate(long bytes)
    {
        using (Send(GpuWork.Allocation, "allocation"))
        {
            try
            {
                var buffer = _accelerator.AllocateRaw(bytes, 1);
                _buffers[buffer.NativePtr] = buffer;
                return buffer.NativePtr;
            }
            catch (CudaException error) when (error.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY))
            {
                throw new RuntimeError(
                    $"{Name} ({Description}) is out of memory: {bytes >> 20} MiB more were asked for, and {BytesTaken >> 20} of its " +
                    $"{_accelerator.MemorySize >> 20} MiB are taken by this program. A smaller batch needs less.",
                    error);
            }
        }
    }

    /// <summary>A block's elements from an offset, counted in elements, on.</summary>
    private ArrayView<T> View<T>(Storage storage, long offset = 0) where T : unmanaged
    {
        var here = Here(storage);
        var length = here.Capacity / Marshal.SizeOf<T>();
        return new ArrayView<T>(_buffers[here.Settled], offset, length - offset);
    }

    /// <summary>A view of a block that may not be there; a kernel is told so and reads nothing.</summary>
    private ArrayView<float> Optional(Storage? storage, ArrayView<float> instead) =>
        storage is null ? instead : View<float>(storage);

    /// <summary>How many elements a kernel goes through.</summary>
    /// <exception cref="ArgumentException">They are more than a kernel counts.</exception>
    private static int Count(long count) => count <= int.MaxValue
        ? (int)count
        : throw new ArgumentException($"The GPU's kernels go through up to {int.MaxValue} elements; here are {count}.");
}
