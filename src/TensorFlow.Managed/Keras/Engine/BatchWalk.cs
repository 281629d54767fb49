namespace Tensorflow.Keras.Engine;

/// <summary>
/// Walks over batches, each in a scope of its own that hands back the batch and everything that was made from it. The walk itself runs
/// outside of that scope: what a dataset keeps from one batch to the next lives on.
/// </summary>
internal sealed class BatchWalk : IDisposable
{
    private readonly IEnumerator<Batch> _batches;
    private TensorScope? _scope;

    internal BatchWalk(IEnumerable<Batch> batches)
    {
        using var suspension = TensorScope.Suspend();
        _batches = batches.GetEnumerator();
    }

    internal Batch Batch { get; private set; }

    /// <summary>The scope of the batch, to keep something from it.</summary>
    internal TensorScope Scope => _scope!;

    /// <summary>Hands the batch back.</summary>
    internal void EndBatch()
    {
        _scope?.Dispose();
        _scope = null;
    }

    /// <summary>Hands the last batch back and fetches the next.</summary>
    internal bool MoveNext()
    {
        EndBatch();
        using (TensorScope.Suspend())
        {
            if (!_batches.MoveNext())
                return false;
            Batch = _batches.Current;
        }

        _scope = TensorScope.Begin();
        _scope.Adopt(Batch.X);
        _scope.Adopt(Batch.Y);
        if (Batch.Weights is { } weights)
            _scope.Adopt(weights);
        return true;
    }

    public void Dispose()
    {
        EndBatch();
        _batches.Dispose();
    }
}
