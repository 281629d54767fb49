using Tensorflow.Devices;

namespace Tensorflow;

/// <summary>An array of numbers of one type on a device: row-major, pictures as (N, H, W, C). Its value never changes.</summary>
public partial class Tensor : IDisposable
{
    private Storage? _storage;

    internal Tensor(Storage? storage, Shape shape, TF_DataType dtype)
    {
        _storage = storage;
        this.shape = shape;
        this.dtype = dtype;
    }

    /// <summary>The sizes of the axes, outermost first.</summary>
    public Shape shape { get; }

    /// <summary>The type of the elements.</summary>
    public TF_DataType dtype { get; }

    /// <summary>A copy of the axes' sizes.</summary>
    public long[] dims => shape.dims;

    /// <summary>How many axes there are.</summary>
    public int ndim => shape.ndim;

    /// <summary>How many axes there are.</summary>
    public int rank => shape.ndim;

    /// <summary>The number of elements.</summary>
    public long size => shape.size;

    internal long ByteLength => size * dtype.Size();

    /// <summary>The memory that holds the elements.</summary>
    /// <exception cref="ObjectDisposedException">The tensor was handed back.</exception>
    internal Storage Storage => _storage ?? throw NoValue();

    internal static Device Device => Device.Current;

    /// <summary>A new tensor whose elements are not set yet; it belongs to the thread's open scope.</summary>
    internal static Tensor Empty(Shape shape, TF_DataType dtype)
    {
        var tensor = new Tensor(Device.Rent(shape.size * dtype.Size()), shape, dtype);
        TensorScope.Register(tensor);
        return tensor;
    }

    /// <summary>A new tensor that shows this one's memory under another shape of the same size.</summary>
    internal Tensor View(Shape shape)
    {
        var view = new Tensor(Storage.AddReference(), shape, dtype);
        TensorScope.Register(view);
        return view;
    }

    /// <summary>
    /// Hands the memory back at once. Nobody has to call this: scopes and the garbage collector do.
    /// Reading the tensor afterwards is an error.
    /// </summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _storage, null)?.Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the memory this tensor's alone and the current device's, copying it if need be: it can be written to.</summary>
    private protected Storage Unshare()
    {
        if (Storage is var shared && (shared.IsShared || !Device.Owns(shared)))
        {
            var copy = Device.Rent(ByteLength);
            Device.Copy(shared, 0, copy, 0, ByteLength);
            Interlocked.Exchange(ref _storage, copy)?.Release();
        }

        Storage.DropForms();
        return Storage;
    }

    private protected virtual Exception NoValue() => new ObjectDisposedException(
        objectName: null,
        $"This tensor of shape {shape} was handed back at the end of its batch or scope. To use it longer, call numpy() on it inside, or " +
        $"TensorScope.Keep.");
}
