using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Penalties;

/// <summary>
/// lambda times the mean of (|d D / d picture| - center)² over pictures between real and drawn ones, each at a random place of the line
/// between two. With a center of 1 it is WGAN-GP's (Gulrajani et al., Improved Training of Wasserstein GANs, 2017, equation 3), with 0 the
/// zero-centred one (Thanh-Tung, Tran, Venkatesh: Improving Generalization and Stability of Generative Adversarial Networks, 2019). The
/// places come from the global stream of random numbers, one a picture.
/// </summary>
/// <param name="lambda">The weight, at least 0.</param>
/// <param name="center">The length that the slope should have, at least 0.</param>
public sealed class GradientPenalty(float lambda, float center = 1) : IPenalty
{
    /// <summary>The square of a length below which a slope counts as 0: the root has no derivative there.</summary>
    private const float LeastSquare = 1e-30f;

    private readonly float _lambda = PenaltyWeight.Checked(nameof(GradientPenalty), "lambda", lambda);
    private readonly float _center = PenaltyWeight.Checked(nameof(GradientPenalty), "center", center);

    /// <inheritdoc/>
    public Tensor Apply(InputGradient slope, Tensor real, Tensor fake) => Apply(
        slope, real, fake, tf.random.uniform(new Shape([real.shape[0], .. Enumerable.Repeat(1L, real.ndim - 1)])));

    /// <param name="slope">As above.</param>
    /// <param name="real">As above.</param>
    /// <param name="fake">As above.</param>
    /// <param name="interpolation">The share of the real picture in each, (N, 1, 1, 1), from 0 to 1.</param>
    internal Tensor Apply(InputGradient slope, Tensor real, Tensor fake, Tensor interpolation)
    {
        if (real.shape != fake.shape)
            throw new ArgumentException(
                $"A gradient penalty takes pairs of pictures; the real and the drawn ones have the shapes {real.shape} and {fake.shape}.");
        var squares = slope.Squares(interpolation * real + (1 - interpolation) * fake);
        return _lambda * tf.reduce_mean(
            _center == 0 ? squares : tf.square(tf.sqrt(tf.maximum(squares, LeastSquare)) - _center));
    }
}
