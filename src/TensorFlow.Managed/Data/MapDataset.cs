using Tensorflow.Gradients;

namespace Tensorflow.Data;

/// <summary>Each element replaced by what a function makes of it.</summary>
internal sealed class MapDataset(Dataset input, Func<Tensors, Tensors> function) : Dataset
{
    internal override long Cardinality => input.Cardinality;

    /// <summary>The function may draw.</summary>
    internal override bool IsRandom => true;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
            while (elements.MoveNext())
                yield return Apply(elements.Current);
    }

    private Element Apply(Element element)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var inputs = element.ToTensors();
        foreach (var tensor in inputs)
            scope.Adopt(tensor);
        var outputs = function(inputs);
        if (outputs is not { Count: > 0 })
            throw new ArgumentException("Dataset.map: the function gave no tensors.");

        // Each shows its memory as a new tensor of the element's own: the function may give the same one again and again.
        var own = new Tensor[outputs.Count];
        for (var i = 0; i < own.Length; i++)
        {
            // Deferred elements are made here, on the pipeline's thread, not on the one that trains.
            outputs[i].Storage.Settle();
            own[i] = new Tensor(outputs[i].Storage.AddReference(), outputs[i].shape, outputs[i].dtype);
        }

        return Element.Of(own);
    }
}
