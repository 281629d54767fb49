namespace Tensorflow;

/// <summary>
/// <c>tf.random</c>: tensors of random numbers, from one stream in the program's order. With a <c>seed</c> they come from a stream of
/// that seed instead, which depends on the global seed too and goes on from call to call, as in TensorFlow.
/// </summary>
public sealed class RandomApi
{
    internal RandomApi()
    {
    }

    /// <summary>Streams of their own: <c>tf.random.Generator.from_seed(1)</c>.</summary>
    public PhiloxGeneratorFactory Generator { get; } = new();

    /// <summary>
    /// What initializers, dropout layers, shuffling and this class draw from where no seed is given. Its key and counter are what a program
    /// keeps to go on later with the same numbers.
    /// </summary>
    public PhiloxGenerator get_global_generator() => new(RandomGenerator.Global);

    /// <summary>
    /// Until the result is disposed, this thread draws from another generator instead of the global one where no seed is given. So what it
    /// makes, a model for example, changes nothing for a training on another thread.
    /// </summary>
    /// <param name="generator">Where from; no other thread's.</param>
    public IDisposable use_generator(PhiloxGenerator generator) => RandomGenerator.UseOnThisThread(generator.Generator);

    /// <summary>Makes everything that is drawn from now on repeat from run to run: tf.random, initializers, dropout, shuffling.</summary>
    /// <param name="seed">Any number.</param>
    public void set_seed(long seed) => RandomGenerator.SetSeed(seed);

    /// <summary>Normally distributed numbers, by Box and Muller's method.</summary>
    /// <param name="shape">The result's shape.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="stddev">Their standard deviation.</param>
    /// <param name="dtype">float32.</param>
    /// <param name="seed">Draws from this seed's own stream.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">Another type, or a shape with unknown sizes.</exception>
    public Tensor normal(
        Shape shape, float mean = 0, float stddev = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null, string? name = null) =>
        RandomDraw.Normal("tf.random.normal", From(seed), shape, mean, stddev, dtype);

    /// <summary>Normally distributed numbers; those that lie two standard deviations or more from the mean are drawn again.</summary>
    /// <inheritdoc cref="normal"/>
    public Tensor truncated_normal(
        Shape shape, float mean = 0, float stddev = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null, string? name = null) =>
        RandomDraw.TruncatedNormal("tf.random.truncated_normal", From(seed), shape, mean, stddev, dtype);

    /// <summary>Numbers that are equally likely from <paramref name="minval"/> up to, not including, <paramref name="maxval"/>.</summary>
    /// <param name="shape">The result's shape.</param>
    /// <param name="minval">The smallest; a whole number for int32.</param>
    /// <param name="maxval">What none reaches; a whole number above <paramref name="minval"/> for int32.</param>
    /// <param name="dtype">float32 or int32.</param>
    /// <param name="seed">Draws from this seed's own stream.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">Another type, an empty range of integers, or a shape with unknown sizes.</exception>
    public Tensor uniform(
        Shape shape, float minval = 0, float maxval = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null, string? name = null) =>
        RandomDraw.Uniform("tf.random.uniform", From(seed), shape, minval, maxval, dtype);

    /// <summary>The slices along the first axis in random order, each once.</summary>
    /// <param name="value">Any tensor of one axis or more.</param>
    /// <param name="seed">Draws from this seed's own stream.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">A scalar.</exception>
    public Tensor shuffle(Tensor value, int? seed = null, string? name = null) =>
        RandomDraw.Shuffle("tf.random.shuffle", From(seed), value);

    private static RandomGenerator From(int? seed) => seed is { } number ? RandomGenerator.OfSeed(number) : RandomGenerator.Global;
}
