namespace Tensorflow;

/// <summary>A stream of random numbers with a position of its own, as tf.random.Generator with Philox: each draw goes on where the last one ended.</summary>
public sealed class PhiloxGenerator
{
    private readonly RandomGenerator _generator;

    internal PhiloxGenerator(RandomGenerator generator) => _generator = generator;

    /// <inheritdoc cref="RandomApi.normal"/>
    public Tensor normal(Shape shape, float mean = 0, float stddev = 1, TF_DataType dtype = TF_DataType.TF_FLOAT) =>
        RandomDraw.Normal("Generator.normal", _generator, shape, mean, stddev, dtype);

    /// <inheritdoc cref="RandomApi.truncated_normal"/>
    public Tensor truncated_normal(Shape shape, float mean = 0, float stddev = 1, TF_DataType dtype = TF_DataType.TF_FLOAT) =>
        RandomDraw.TruncatedNormal("Generator.truncated_normal", _generator, shape, mean, stddev, dtype);

    /// <inheritdoc cref="RandomApi.uniform"/>
    public Tensor uniform(Shape shape, float minval = 0, float maxval = 1, TF_DataType dtype = TF_DataType.TF_FLOAT) =>
        RandomDraw.Uniform("Generator.uniform", _generator, shape, minval, maxval, dtype);
}
