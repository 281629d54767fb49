namespace Tensorflow.Data;

/// <summary>The rows of one tensor or of several that have equally many.</summary>
internal sealed class TensorSliceDataset : Dataset
{
    private readonly Tensor[] _sources;

    /// <exception cref="ArgumentException">A scalar, or tensors of different lengths.</exception>
    internal TensorSliceDataset(params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor.ndim == 0)
                throw new ArgumentException("Dataset.from_tensor_slices: a scalar has no slices.");
            if (tensor.shape[0] != tensors[0].shape[0])
                throw new ArgumentException(
                    $"Dataset.from_tensor_slices: all tensors need equally many slices; the shapes {tensors[0].shape} and {tensor.shape} " +
                    $"differ.");
        }

        // Shares the memory, but outlives the scope that the tensors were made in.
        _sources = new Tensor[tensors.Length];
        for (var i = 0; i < _sources.Length; i++)
            _sources[i] = tensors[i].numpy();
    }

    internal override long Cardinality => _sources[0].shape[0];

    internal override bool IsRandom => false;

    internal override IEnumerator<Element> Open(RandomGenerator random)
    {
        var count = Cardinality;
        for (long row = 0; row < count; row++)
            yield return Element.OfRow(_sources, row);
    }
}
