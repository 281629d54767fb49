namespace Tensorflow.Data;

/// <summary>Every count-th element of a sequence, from one on.</summary>
internal sealed class ShardDataset(Dataset input, int count, int index) : Dataset
{
    internal override long Cardinality => input.Cardinality < 0 ? input.Cardinality : (input.Cardinality - index + count - 1) / count;

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
            for (var number = 0L; elements.MoveNext(); number++)
            {
                if (number % count == index)
                    yield return elements.Current;
                else
                    elements.Current.Release();
            }
    }
}
