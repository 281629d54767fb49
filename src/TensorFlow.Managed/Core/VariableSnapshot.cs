namespace Tensorflow;

/// <summary>
/// The values that some variables have at one moment. While it is open its thread reads these, whatever other threads train meanwhile; what
/// the thread itself assigns it sees at once. Taking one costs no copy: the next update of a variable writes to other memory.
/// </summary>
/// <example><code>
/// using var snapshot = VariableSnapshot.Take(model.Weights);
/// var y = model.Apply(x);                             // while another thread is in model.fit
/// </code></example>
public sealed class VariableSnapshot : IDisposable
{
    // Steps hold it together, for they may run side by side; a snapshot has it alone for the moment that it takes, and those who wait for
    // that go before the next step.
    private static readonly ReaderWriterLockSlim s_gate = new(LockRecursionPolicy.SupportsRecursion);
    private static readonly Postponement s_postponement = new();

    [ThreadStatic]
    private static VariableSnapshot? t_current;

    private readonly VariableSnapshot? _outer = t_current;
    private readonly Dictionary<ResourceVariable, Storage> _values = new(ReferenceEqualityComparer.Instance);

    private VariableSnapshot(IEnumerable<IVariableV1> variables)
    {
        foreach (var variable in variables.OfType<ResourceVariable>())
            if (!_values.ContainsKey(variable))
                _values[variable] = Find(variable)?.AddReference() ?? variable.ShareNow();
        t_current = this;
    }

    /// <summary>Takes the values between two training steps, of whatever model; called within a step, as they are at this moment. Dispose
    /// the result to read what comes later.</summary>
    /// <param name="variables">Whose values.</param>
    /// <remarks>A training step must not wait for another thread that takes one: that one waits for the step.</remarks>
    public static VariableSnapshot Take(IEnumerable<IVariableV1> variables)
    {
        IVariableV1[] all = [.. variables];
        if (s_gate.IsReadLockHeld)
            return new VariableSnapshot(all);
        s_gate.EnterWriteLock();
        try
        {
            return new VariableSnapshot(all);
        }
        finally
        {
            s_gate.ExitWriteLock();
        }
    }

    /// <summary>
    /// What this thread assigns until it disposes the result belongs together: snapshots that other threads take wait. <c>fit</c> does this
    /// for each step, optimizers, <c>set_weights</c> and <c>load_weights</c> for their assignments; a training loop of your own may do it
    /// for a step.
    /// </summary>
    public static IDisposable Postpone()
    {
        s_gate.EnterReadLock();
        return s_postponement;
    }

    /// <summary>This thread reads the present values again.</summary>
    /// <exception cref="InvalidOperationException">It is another thread's, or a snapshot taken after this one is still open.</exception>
    public void Dispose()
    {
        if (t_current != this)
            throw new InvalidOperationException("Snapshots close in the opposite order of their taking, on the thread that took them.");
        t_current = _outer;
        foreach (var value in _values.Values)
            value.Release();
        _values.Clear();
    }

    /// <summary>The block with a variable's value in this thread's snapshots; null where they have none.</summary>
    internal static Storage? Find(ResourceVariable variable)
    {
        for (var snapshot = t_current; snapshot is not null; snapshot = snapshot._outer)
            if (snapshot._values.TryGetValue(variable, out var value))
                return value;
        return null;
    }

    /// <summary>This thread is about to assign: from now on it reads what it assigned.</summary>
    internal static void Forget(ResourceVariable variable)
    {
        for (var snapshot = t_current; snapshot is not null; snapshot = snapshot._outer)
            if (snapshot._values.Remove(variable, out var value))
                value.Release();
    }

    private sealed class Postponement : IDisposable
    {
        public void Dispose() => s_gate.ExitReadLock();
    }
}
