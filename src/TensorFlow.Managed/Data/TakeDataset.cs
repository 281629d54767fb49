namespace Tensorflow.Data;

/// <summary>The first elements of a sequence, or (count -1) all.</summary>
internal sealed class TakeDataset(Dataset input, int count) : Dataset
{
    internal override long Cardinality =>
        count < 0 || input.Cardinality == Unknown ? input.Cardinality
        : input.Cardinality == Infinite ? count : Math.Min(count, input.Cardinality);

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
            for (var i = 0; i != count && elements.MoveNext(); i++)
                yield return elements.Current;
    }
}
