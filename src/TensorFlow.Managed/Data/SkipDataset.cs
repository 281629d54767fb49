namespace Tensorflow.Data;

/// <summary>A sequence without its first elements, or (count -1) without any.</summary>
internal sealed class SkipDataset(Dataset input, int count) : Dataset
{
    internal override long Cardinality =>
        count < 0 ? 0 : input.Cardinality < 0 ? input.Cardinality : Math.Max(0, input.Cardinality - count);

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(input.Open(random));

    private IEnumerator<Element> Run(IEnumerator<Element> elements)
    {
        using (elements)
        {
            if (count < 0)
                yield break;
            for (var i = 0; i < count; i++)
            {
                if (!elements.MoveNext())
                    yield break;
                elements.Current.Release();
            }

            while (elements.MoveNext())
                yield return elements.Current;
        }
    }
}
