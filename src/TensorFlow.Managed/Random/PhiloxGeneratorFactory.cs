namespace Tensorflow;

/// <summary><c>tf.random.Generator</c>: makes streams of random numbers.</summary>
public sealed class PhiloxGeneratorFactory
{
    internal PhiloxGeneratorFactory()
    {
    }

    /// <summary>A stream that depends on nothing but this seed; gives the numbers that TensorFlow's generator of this seed gives.</summary>
    /// <param name="seed">Any number.</param>
    public PhiloxGenerator from_seed(long seed) => new(new RandomGenerator((ulong)seed));
}
