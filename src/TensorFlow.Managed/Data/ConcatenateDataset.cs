namespace Tensorflow.Data;

/// <summary>The elements of one sequence, then those of another.</summary>
internal sealed class ConcatenateDataset(Dataset first, Dataset second) : Dataset
{
    internal override long Cardinality => first.Cardinality == Infinite || second.Cardinality == Infinite ? Infinite
        : first.Cardinality == Unknown || second.Cardinality == Unknown ? Unknown : first.Cardinality + second.Cardinality;

    internal override bool IsRandom => first.IsRandom || second.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random) => Run(first.Open(random), second.Open(random));

    private static IEnumerator<Element> Run(IEnumerator<Element> first, IEnumerator<Element> second)
    {
        using (first)
        using (second)
        {
            while (first.MoveNext())
                yield return first.Current;
            while (second.MoveNext())
                yield return second.Current;
        }
    }
}
