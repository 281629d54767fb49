namespace Tensorflow;

/// <content>Random numbers.</content>
public sealed partial class tensorflow
{
    /// <summary>Random tensors: <c>tf.random.normal((2, 3))</c>.</summary>
    public RandomApi random { get; } = new();

    /// <summary>Makes everything that is drawn from now on repeat from run to run: tf.random, initializers, dropout, shuffling.</summary>
    /// <param name="seed">Any number.</param>
    public void set_random_seed(int seed) => RandomGenerator.SetSeed(seed);
}
