namespace Tensorflow.Data;

/// <summary>A sequence whose elements are kept when a walk has come to their end; later walks give the kept ones.</summary>
internal sealed class CacheDataset(Dataset input) : Dataset
{
    private Tensor[][]? _kept;

    internal override long Cardinality => input.Cardinality;

    internal override bool IsRandom => _kept is null && input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Volatile.Read(ref _kept) is { } kept
        ? Again(kept) : First(input.Open(random));

    private static IEnumerator<Element> Again(Tensor[][] kept)
    {
        foreach (var tensors in kept)
            yield return Element.Of(Array.ConvertAll(tensors, Shown));
    }

    /// <summary>The memory of a kept tensor as one of the walk's, which hands it back.</summary>
    private static Tensor Shown(Tensor tensor) => new(tensor.Storage.AddReference(), tensor.shape, tensor.dtype);

    private IEnumerator<Element> First(IEnumerator<Element> elements)
    {
        var kept = new List<Tensor[]>();
        using (elements)
            while (elements.MoveNext())
            {
                var tensors = elements.Current.ToTensors();
                kept.Add(Array.ConvertAll(tensors, Shown));
                yield return Element.Of(tensors);
            }

        Volatile.Write(ref _kept, [.. kept]);
    }
}
