namespace Tensorflow;

/// <summary><c>tf.random.Generator</c>: makes streams of random numbers.</summary>
public sealed class PhiloxGeneratorFactory
{
    internal PhiloxGeneratorFactory()
    {
    }

    /// <summary>A stream that depends on nothing but this seed.</summary>
    /// <param name="seed">Any number.</param>
    public PhiloxGenerator from_seed(long seed) => new(new RandomGenerator((ulong)seed));

    /// <summary>The stream of a key from a place in it on: Philox 4x32-10 at this counter, four numbers a step.</summary>
    /// <param name="key">Chooses the stream.</param>
    /// <param name="counter">The low 64 bits of Philox' counter at the first number; the high ones are 0.</param>
    public PhiloxGenerator from_key_counter(ulong key, ulong counter) => new(new RandomGenerator(key) { State = (key, counter) });
}
