namespace Tensorflow.Keras.Initializers;

/// <summary>
/// Makes initializers. With a seed an initializer gives the same values whenever it is asked for the same shape; without one it draws from
/// the program's stream, which <c>tf.set_random_seed</c> sets.
/// </summary>
public interface IInitializersApi
{
    /// <summary>Uniform in [-l, l], l = sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio, 2010).</summary>
    IInitializer GlorotUniform(int? seed = null);

    /// <summary>Normal with the variance 2 / (fan_in + fan_out), cut off at two standard deviations (Glorot and Bengio, 2010).</summary>
    IInitializer GlorotNormal(int? seed = null);

    /// <summary>Uniform in [-l, l], l = sqrt(6 / fan_in) (He et al., arXiv 1502.01852).</summary>
    IInitializer HeUniform(int? seed = null);

    /// <summary>Normal with the variance 2 / fan_in, cut off at two standard deviations (He et al., arXiv 1502.01852).</summary>
    IInitializer HeNormal(int? seed = null);

    /// <summary>Normal.</summary>
    IInitializer RandomNormal(float mean = 0f, float stddev = 0.05f, int? seed = null);

    /// <summary>Uniform in [minval, maxval).</summary>
    IInitializer RandomUniform(float minval = -0.05f, float maxval = 0.05f, int? seed = null);

    /// <summary>Normal, values more than two standard deviations from the mean drawn again.</summary>
    IInitializer TruncatedNormal(float mean = 0f, float stddev = 0.05f, int? seed = null);

    /// <summary>An orthogonal matrix times <paramref name="gain"/> (Saxe et al., arXiv 1312.6120);
    /// of all axes but the last are the rows made.</summary>
    IInitializer Orthogonal(float gain = 1.0f, int? seed = null);

    /// <summary>Zeros.</summary>
    IInitializer Zeros();

    /// <summary>Ones.</summary>
    IInitializer Ones();

    /// <summary>One value everywhere.</summary>
    IInitializer Constant(float value = 0f);

    /// <summary>The initializer of a name, with its defaults: <c>glorot_uniform</c>, <c>zeros</c>, ...</summary>
    /// <exception cref="ArgumentException">There is no such initializer; the message lists those there are.</exception>
    IInitializer get(string identifier);
}
