namespace Tensorflow.Keras.Utils;

/// <summary>Small helpers.</summary>
public sealed class KerasUtils
{
    internal KerasUtils()
    {
    }

    /// <summary>Makes everything that is drawn from now on repeat from run to run, the same as <c>tf.set_random_seed</c>.</summary>
    public void set_random_seed(int seed) => RandomGenerator.SetSeed(seed);
}
