using Tensorflow.Devices;

namespace Tensorflow;

/// <summary>
/// A block of a device's memory, counted by the tensors that show it. When the last of them lets go it returns to the pool; one that
/// was forgotten is returned by the garbage collector, so that a program is right without ever calling Dispose.
/// </summary>
/// <remarks>
/// A block may be deferred: it knows how its elements are made and has no memory yet. Whoever asks for the memory settles it, on any
/// thread; two that ask at once wait for each other. Forgotten chains need no order of finalizers: each storage returns its own memory
/// once, whoever comes first, and letting go of an input only counts.
/// </remarks>
internal sealed unsafe class Storage
{
    private readonly StoragePool _pool;
    private nint _pointer;
    private Deferred? _deferred;
    private int _references = 1;
    private List<(object Kind, Storage Form)>? _forms;

    internal Storage(StoragePool pool, nint pointer, long capacity)
    {
        _pool = pool;
        _pointer = pointer;
        Capacity = capacity;
    }

    ~Storage() => Empty();

    /// <summary>Bytes that the block holds; at least what was asked for.</summary>
    internal long Capacity { get; }

    /// <summary>True when more than one tensor shows this block, so that writing to it would change what the others show.</summary>
    internal bool IsShared => Volatile.Read(ref _references) > 1;

    /// <summary>The pool of the device that the block lies on.</summary>
    internal StoragePool Pool => _pool;

    /// <summary>The block's address in the processor's memory, 64-byte aligned; where it lies on another device, that of a copy to read.
    /// Makes deferred elements, so not for use inside a piece of work.</summary>
    internal nint Pointer =>
        _pool.Owner != Device.Processor ? Device.Processor.Here(this).Settled
        : Settled is var pointer and not 0 ? pointer : Settle();

    /// <summary>The block's address on its device, or 0 while its elements are deferred.</summary>
    internal nint Settled => Volatile.Read(ref _pointer);

    /// <summary>How the elements are made, or null when they are there.</summary>
    internal Deferred? Deferred => Volatile.Read(ref _deferred);

    internal T* As<T>() where T : unmanaged => (T*)Pointer;

    /// <summary>Gives up the block's memory, which was not written to yet, until someone asks for the elements.</summary>
    internal void Defer(Deferred elements)
    {
        _pool.Return(Interlocked.Exchange(ref _pointer, 0));
        Volatile.Write(ref _deferred, elements);
    }

    /// <summary>Makes deferred elements now; nothing where there are none.</summary>
    /// <returns>The block's address.</returns>
    internal nint Settle()
    {
        TrySettle(static (deferred, block) => deferred.Fill(block));
        return Settled;
    }

    /// <summary>Makes deferred elements in a pass of the caller's, which may use each while it is at hand.</summary>
    /// <param name="pass">Writes every element to the block at the given address.</param>
    /// <returns>False when the elements are there already; then the pass was not called.</returns>
    internal bool TrySettle(Action<Deferred, nint> pass)
    {
        if (Deferred is not { } deferred)
            return false;
        lock (deferred)
        {
            if (Settled != 0)
                return false;
            var block = _pool.Take(Capacity);
            try
            {
                pass(deferred, block);
            }
            catch
            {
                _pool.Return(block);
                throw;
            }

            // The address first: a reader that finds no way to make the elements any more must find them made.
            Volatile.Write(ref _pointer, block);
            Volatile.Write(ref _deferred, null);
        }

        deferred.Release();
        return true;
    }

    internal Storage AddReference()
    {
        Interlocked.Increment(ref _references);
        return this;
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        DropForms();
        GC.SuppressFinalize(this);
        Empty();
    }

    private void Empty()
    {
        Interlocked.Exchange(ref _deferred, null)?.Release();
        _pool.Return(Interlocked.Exchange(ref _pointer, 0));
    }

    /// <summary>
    /// Another form of these elements that a kernel made and may want again (a transform, say), or null. It lives as long as the block, or
    /// until <see cref="DropForms"/>; the caller must not release it.
    /// </summary>
    internal Storage? FormOf(object kind)
    {
        lock (this)
            return _forms?.Find(form => form.Kind.Equals(kind)).Form;
    }

    /// <summary>Keeps a form with the block, which owns it from now on.</summary>
    /// <returns>The form that is kept. It is another one where another thread was faster; then the given one is released.</returns>
    internal Storage KeepForm(object kind, Storage form)
    {
        lock (this)
        {
            if (FormOf(kind) is { } kept)
            {
                form.Release();
                return kept;
            }

            (_forms ??= []).Add((kind, form));
            return form;
        }
    }

    /// <summary>Lets go of all forms: nobody wants them any more, or the elements are about to change.</summary>
    internal void DropForms()
    {
        lock (this)
        {
            _forms?.ForEach(form => form.Form.Release());
            _forms = null;
        }
    }
}
