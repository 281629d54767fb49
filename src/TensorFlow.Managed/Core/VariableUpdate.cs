namespace Tensorflow;

/// <summary>
/// An update that a kernel makes to a variable: it reads <see cref="Current"/> and writes every element of <see cref="Next"/>, which is the
/// same block unless someone still holds the value. Until it is disposed, other threads that want the value wait. Without
/// <see cref="Publish"/>, as when the kernel failed, the variable keeps the block that it had.
/// </summary>
internal readonly struct VariableUpdate : IDisposable
{
    private readonly ResourceVariable _variable;

    internal VariableUpdate(ResourceVariable variable, Storage current, Storage next) =>
        (_variable, Current, Next) = (variable, current, next);

    internal Storage Current { get; }

    internal Storage Next { get; }

    /// <summary>The variable has the value in <see cref="Next"/> from now on.</summary>
    internal void Publish() => _variable.Publish(Next);

    /// <summary>Lets others read. Nothing for a default value.</summary>
    public void Dispose() => _variable?.EndUpdate(Next);
}
