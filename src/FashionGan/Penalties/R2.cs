using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Penalties;

/// <summary>gamma / 2 times the mean over drawn pictures of |d D / d picture|² (Mescheder, Geiger, Nowozin, 2018, equation 10).</summary>
/// <param name="gamma">The weight, at least 0.</param>
public sealed class R2(float gamma) : IPenalty
{
    private readonly float _gamma = PenaltyWeight.Checked(nameof(R2), "gamma", gamma);

    /// <inheritdoc/>
    public Tensor Apply(InputGradient slope, Tensor real, Tensor fake) =>
        _gamma / 2 * tf.reduce_mean(slope.Squares(fake));
}
