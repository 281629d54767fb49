using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <summary><c>np.random</c>: random arrays, from the program's stream of random numbers, which <c>tf.set_random_seed</c> sets. Numbers
/// with fractions are float32, as TensorFlow draws them.</summary>
public sealed class RandomizedImpl
{
    internal RandomizedImpl()
    {
    }

    /// <summary>Normally distributed numbers.</summary>
    /// <param name="loc">Their mean.</param>
    /// <param name="scale">Their standard deviation.</param>
    /// <param name="size">The shape; null for one number.</param>
    public NDArray normal(float loc = 0, float scale = 1, Shape? size = null) =>
        NDArray.Made(() => Binding.tf.random.normal(size ?? Shape.Scalar, loc, scale));

    /// <summary>0, 1, ... to before a number, in random order.</summary>
    public NDArray permutation(int x) => NDArray.Made(() => Binding.tf.random.shuffle(Binding.tf.range(x)));

    /// <summary>The sub-arrays along the first axis in random order.</summary>
    public NDArray permutation(NDArray x) => NDArray.Made(() => Binding.tf.random.shuffle(x));

    /// <summary>Numbers that are equally likely from 0 up to, not including, 1.</summary>
    public NDArray rand(params int[] shape) => random(shape);

    /// <summary>Whole numbers that are equally likely.</summary>
    /// <param name="low">The smallest; with no <paramref name="high"/> what none reaches, and 0 is the smallest.</param>
    /// <param name="high">What none reaches.</param>
    /// <param name="size">The shape; null for one number.</param>
    /// <param name="dtype">The type.</param>
    /// <exception cref="ArgumentException">There are no such numbers.</exception>
    public NDArray randint(int low, int? high = null, Shape? size = null, TF_DataType dtype = TF_DataType.TF_INT32)
    {
        var (first, end) = high is null ? (0, low) : (low, high.Value);
        if (first >= end)
            throw new ArgumentException($"randint: there are no whole numbers from {first} up to, not including, {end}.");
        return NDArray.Made(() => Cast.Apply(RandomGenerator.Global.Integers(size ?? Shape.Scalar, first, end), dtype));
    }

    /// <summary>Numbers of the standard normal distribution; one if no sizes are given.</summary>
    public NDArray randn(params int[] shape) => normal(size: shape);

    /// <summary>Numbers that are equally likely from 0 up to, not including, 1.</summary>
    /// <param name="size">The shape; null for one number.</param>
    public NDArray random(Shape? size = null) => uniform(size: size);

    /// <summary>Puts the sub-arrays along the first axis in random order, in place.</summary>
    public void shuffle(NDArray x)
    {
        using var shuffled = permutation(x);
        x[Slice.Ellipsis] = shuffled;
    }

    /// <summary>Numbers that are equally likely from one up to, not including, another.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">What none reaches.</param>
    /// <param name="size">The shape; null for one number.</param>
    public NDArray uniform(float low = 0, float high = 1, Shape? size = null) =>
        NDArray.Made(() => Binding.tf.random.uniform(size ?? Shape.Scalar, low, high));
}
