namespace Tensorflow.Data;

/// <summary>A sequence several times over, or (count -1) for ever.</summary>
internal sealed class RepeatDataset(Dataset input, int count) : Dataset
{
    internal override long Cardinality =>
        count == 0 || input.Cardinality == 0 ? 0
        : count < 0 ? Infinite
        : input.Cardinality < 0 ? input.Cardinality
        : input.Cardinality * count;

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random)
    {
        // The first pass starts with the walk, on the caller's thread; the others start where they are reached.
        return count == 0 ? Enumerable.Empty<Element>().GetEnumerator() : Run(input.Open(random), random);
    }

    private IEnumerator<Element> Run(IEnumerator<Element> elements, RandomGenerator random)
    {
        for (var pass = 1; ; pass++)
        {
            var isEmpty = true;
            using (elements)
                while (elements.MoveNext())
                {
                    isEmpty = false;
                    yield return elements.Current;
                }

            if (isEmpty || pass == count)
                yield break;
            elements = input.Open(random);
        }
    }
}
