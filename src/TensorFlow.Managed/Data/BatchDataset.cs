namespace Tensorflow.Data;

/// <summary>Consecutive elements stacked along a new first axis; rows are copied once, from where they lie to the batch.</summary>
internal sealed class BatchDataset(Dataset input, int batchSize, bool dropRemainder) : Dataset
{
    internal override long Cardinality =>
        input.Cardinality < 0 ? input.Cardinality
        : dropRemainder ? input.Cardinality / batchSize
        : (input.Cardinality + batchSize - 1) / batchSize;

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
        {
            var batch = new List<Element>();
            while (elements.MoveNext())
            {
                batch.Add(elements.Current);
                if (batch.Count == batchSize)
                    yield return Stack(batch);
            }

            if (batch.Count > 0 && !dropRemainder)
                yield return Stack(batch);
            foreach (var element in batch)
                element.Release();
        }
    }

    private static Element Stack(List<Element> batch)
    {
        var first = batch[0];
        foreach (var element in batch)
            if (element.Sources.Length != first.Sources.Length)
                throw new ArgumentException(
                    $"Dataset.batch: elements of {first.Sources.Length} and of {element.Sources.Length} tensors cannot be stacked.");
        var tensors = new Tensor[first.Sources.Length];
        for (var component = 0; component < tensors.Length; component++)
        {
            var shape = first.Shape(component);
            var stacked = tensors[component] = Element.Rent(shape.Insert(0, batch.Count), first.DataType(component));
            var bytes = stacked.ByteLength / batch.Count;
            for (var i = 0; i < batch.Count; i++)
            {
                // Rows of one tensor are alike; anything else has to be looked at.
                if (!ReferenceEquals(batch[i].Sources[component], first.Sources[component]))
                    RequireAlike(first, batch[i], component, shape);
                batch[i].CopyTo(component, stacked.Storage, i * bytes, bytes);
            }
        }

        foreach (var element in batch)
            element.Release();
        batch.Clear();
        return Element.Of(tensors);
    }

    private static void RequireAlike(Element first, Element other, int component, Shape shape)
    {
        if (other.Shape(component) != shape || other.DataType(component) != first.DataType(component))
            throw new ArgumentException(
                $"Dataset.batch: elements of shape {shape} and type {first.DataType(component).Name()} and of shape " +
                $"{other.Shape(component)} and "
                + $"type {other.DataType(component).Name()} cannot be stacked.");
    }
}
