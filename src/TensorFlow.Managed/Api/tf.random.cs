namespace Tensorflow;

/// <content>Random numbers.</content>
public sealed partial class tensorflow
{
    /// <summary>Random tensors: <c>tf.random.normal((2, 3))</c>.</summary>
    public RandomApi random { get; } = new();

    /// <inheritdoc cref="RandomApi.normal"/>
    public Tensor random_normal(
        Shape shape, float mean = 0, float stddev = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null, string? name = null) =>
        random.normal(shape, mean, stddev, dtype, seed);

    /// <inheritdoc cref="RandomApi.uniform"/>
    public Tensor random_uniform(
        Shape shape, float minval = 0, float maxval = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null, string? name = null) =>
        random.uniform(shape, minval, maxval, dtype, seed);

    /// <inheritdoc cref="RandomApi.shuffle"/>
    public Tensor random_shuffle(Tensor value, int? seed = null, string? name = null) => random.shuffle(value, seed);

    /// <summary>Makes everything that is drawn from now on repeat from run to run: tf.random, initializers, dropout, shuffling.</summary>
    /// <param name="seed">Any number.</param>
    public void set_random_seed(int seed) => RandomGenerator.SetSeed(seed);
}
