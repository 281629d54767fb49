using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Words;

/// <summary>Things in another order, the same for the same seed.</summary>
internal static class Shuffle
{
    /// <summary>Orders things by random numbers of Philox.</summary>
    internal static T[] Of<T>(T[] things, int seed)
    {
        using var scope = TensorScope.Begin();
        var keys = tf.random.Generator.from_seed(seed).uniform(things.Length).ToArray<float>();
        return [.. Enumerable.Range(0, things.Length).OrderBy(i => keys[i]).ThenBy(i => i).Select(i => things[i])];
    }
}
