namespace Tensorflow;

/// <summary>
/// While a scope is open on a thread, tensors made there belong to it, and closing it hands their memory back; the framework's loops
/// (fit, evaluate, predict) open one around each batch. Variables, arrays from <see cref="Tensor.numpy"/> and kept tensors live on.
/// Reading a tensor after its scope has closed raises an error that says so.
/// </summary>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic]
    private static TensorScope? t_current;

    [ThreadStatic]
    private static Stack<List<Tensor>>? t_spareLists;

    private readonly TensorScope? _outer;
    private readonly List<Tensor> _tensors;

    private TensorScope(bool isSuspension)
    {
        _outer = t_current;
        t_current = this;
        IsSuspension = isSuspension;
        _tensors = isSuspension ? [] : (t_spareLists ??= new()).TryPop(out var spare) ? spare : [];
    }

    private bool IsSuspension { get; }

    /// <summary>Opens a scope on this thread; dispose it to hand back what was made in it.</summary>
    public static TensorScope Begin() => new(isSuspension: false);

    /// <summary>Until the result is disposed, new tensors on this thread belong to no scope (state that must outlive the batch).</summary>
    internal static TensorScope Suspend() => new(isSuspension: true);

    internal static void Register(Tensor tensor)
    {
        if (t_current is { IsSuspension: false } scope)
            scope._tensors.Add(tensor);
    }

    /// <summary>Makes a tensor outlive this scope: the scope around it owns it then, or,
    /// where there is none, the garbage collector.</summary>
    /// <returns>The tensor itself.</returns>
    public T Keep<T>(T tensor) where T : Tensor
    {
        // It may live long, or go to another thread: it should not hold what its elements are made from.
        tensor.Storage.Settle();
        // What has to be kept is what was made last, as a rule.
        var index = LastIndexOf(tensor);
        if (index >= 0)
        {
            _tensors.RemoveAt(index);
            if (_outer is { IsSuspension: false } outer)
                outer._tensors.Add(tensor);
        }

        return tensor;
    }

    /// <summary>Hands a tensor of this scope back before the others; one that is not this scope's stays.</summary>
    internal void Release(Tensor tensor)
    {
        var index = LastIndexOf(tensor);
        if (index < 0)
            return;
        _tensors.RemoveAt(index);
        tensor.Dispose();
    }

    /// <summary>Makes this scope the owner of a tensor that another thread made (a batch that was fetched ahead).</summary>
    internal void Adopt(Tensor tensor) => _tensors.Add(tensor);

    /// <summary>Makes this scope the owner of one side of a dataset's element; there may be none.</summary>
    internal void Adopt(Tensors? tensors)
    {
        if (tensors is not null)
            foreach (var tensor in tensors)
                _tensors.Add(tensor);
    }

    // The very tensor: arrays are equal to others of the same elements.
    private int LastIndexOf(Tensor tensor)
    {
        var index = _tensors.Count - 1;
        while (index >= 0 && !ReferenceEquals(_tensors[index], tensor))
            index--;
        return index;
    }

    /// <summary>Hands back every tensor of this scope.</summary>
    /// <exception cref="InvalidOperationException">A scope opened after this one is still open.</exception>
    public void Dispose()
    {
        if (t_current != this)
            throw new InvalidOperationException(
                "Tensor scopes close in the opposite order of their opening, on the thread that opened them.");
        t_current = _outer;
        foreach (var tensor in _tensors)
            tensor.Dispose();
        _tensors.Clear();
        if (!IsSuspension)
            t_spareLists!.Push(_tensors);
    }
}
