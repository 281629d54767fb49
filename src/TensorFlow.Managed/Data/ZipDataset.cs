namespace Tensorflow.Data;

/// <summary>Elements of several sequences joined, as long as each has one.</summary>
internal sealed class ZipDataset(Dataset[] inputs) : Dataset
{
    internal override long Cardinality
    {
        get
        {
            var shortest = Infinite;
            foreach (var input in inputs)
            {
                if (input.Cardinality == Unknown)
                    return Unknown;
                if (input.Cardinality != Infinite && (shortest == Infinite || input.Cardinality < shortest))
                    shortest = input.Cardinality;
            }

            return shortest;
        }
    }

    internal override bool IsRandom => Array.Exists(inputs, input => input.IsRandom);

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(Array.ConvertAll(inputs, input => input.Open(random)));

    private static IEnumerator<Element> Run(IEnumerator<Element>[] walks)
    {
        try
        {
            var elements = new Element[walks.Length];
            while (Next(walks, elements))
                yield return Element.Join(elements);
        }
        finally
        {
            foreach (var walk in walks)
                walk.Dispose();
        }
    }

    private static bool Next(IEnumerator<Element>[] walks, Element[] elements)
    {
        for (var i = 0; i < walks.Length; i++)
        {
            if (!walks[i].MoveNext())
            {
                for (var given = 0; given < i; given++)
                    elements[given].Release();
                return false;
            }

            elements[i] = walks[i].Current;
        }

        return true;
    }
}
