namespace Tensorflow;

/// <summary>A stream of random numbers with a position of its own, as tf.random.Generator with Philox:
/// each draw goes on where the last one ended.</summary>
public sealed class PhiloxGenerator
{
    private readonly RandomGenerator _generator;

    internal PhiloxGenerator(RandomGenerator generator) => _generator = generator;

    internal RandomGenerator Generator => _generator;

    /// <summary>What chooses the stream.</summary>
    public ulong key => _generator.State.Key;

    /// <summary>The place of the next number: the low 64 bits of Philox' counter.</summary>
    public ulong counter => _generator.State.Position;

    /// <summary>Goes on with another stream, or at another place: with a <see cref="key"/> and <see cref="counter"/> from before,
    /// all numbers repeat.</summary>
    /// <param name="key">Chooses the stream.</param>
    /// <param name="counter">The low 64 bits of Philox' counter at the next number.</param>
    public void reset_from_key_counter(ulong key, ulong counter) => _generator.State = (key, counter);

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
