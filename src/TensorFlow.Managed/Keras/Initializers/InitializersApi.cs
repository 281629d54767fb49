namespace Tensorflow.Keras.Initializers;

/// <inheritdoc cref="IInitializersApi"/>
internal sealed class InitializersApi : IInitializersApi
{
    public IInitializer GlorotUniform(int? seed) => new GlorotUniform(seed);

    public IInitializer GlorotNormal(int? seed) => new GlorotNormal(seed);

    public IInitializer HeUniform(int? seed) => new HeUniform(seed);

    public IInitializer HeNormal(int? seed) => new HeNormal(seed);

    public IInitializer RandomNormal(float mean, float stddev, int? seed) => new RandomNormal(mean, stddev, seed);

    public IInitializer RandomUniform(float minval, float maxval, int? seed) => new RandomUniform(minval, maxval, seed);

    public IInitializer TruncatedNormal(float mean, float stddev, int? seed) => new TruncatedNormal(mean, stddev, seed);

    public IInitializer Orthogonal(float gain, int? seed) => new Orthogonal(gain, seed);

    public IInitializer Zeros() => new Zeros();

    public IInitializer Ones() => new Ones();

    public IInitializer Constant(float value) => new Constant(value);

    public IInitializer get(string identifier) => identifier switch
    {
        "glorot_uniform" or "GlorotUniform" => new GlorotUniform(),
        "glorot_normal" or "GlorotNormal" => new GlorotNormal(),
        "he_uniform" or "HeUniform" => new HeUniform(),
        "he_normal" or "HeNormal" => new HeNormal(),
        "random_normal" or "RandomNormal" => new RandomNormal(),
        "random_uniform" or "RandomUniform" => new RandomUniform(),
        "truncated_normal" or "TruncatedNormal" => new TruncatedNormal(),
        "orthogonal" or "Orthogonal" => new Orthogonal(),
        "zeros" or "Zeros" => new Zeros(),
        "ones" or "Ones" => new Ones(),
        "constant" or "Constant" => new Constant(),
        _ => throw new ArgumentException(
            $"There is no initializer '{identifier}'; there are glorot_uniform, glorot_normal, he_uniform, he_normal, random_normal, " +
            "random_uniform, truncated_normal, orthogonal, zeros, ones and constant."),
    };
}
