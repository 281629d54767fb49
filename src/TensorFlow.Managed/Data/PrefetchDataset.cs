namespace Tensorflow.Data;

/// <summary>Elements made ahead on a thread of their own.</summary>
internal sealed class PrefetchDataset(Dataset input, int bufferSize) : Dataset
{
    /// <summary>Elements ahead where nobody says how many: one waits while the next is made.</summary>
    private const int Automatic = 2;

    internal override long Cardinality => input.Cardinality;

    internal override bool IsRandom => input.IsRandom;

    internal override IEnumerator<Element> Open(RandomGenerator random)
    {
        // The thread draws from a stream of its own, so that nothing depends on how far it is ahead.
        var own = input.IsRandom ? new RandomGenerator(random.NextKey()) : random;
        return new PrefetchWalk(input.Open(own), bufferSize < 0 ? Automatic : bufferSize, own);
    }
}
