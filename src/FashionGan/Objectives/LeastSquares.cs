using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Objectives;

/// <summary>
/// Least squares (Mao et al., Least Squares Generative Adversarial Networks, 2017, equation 9): the discriminator minimises
/// 1/2 mean (real - 1)² + 1/2 mean fake², the generator 1/2 mean (fake - 1)². A logit of 1 means real and one of 0 drawn, so that the
/// border between them is 0.5, not 0.
/// </summary>
public sealed class LeastSquares : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorComparesWithReal => false;

    /// <inheritdoc/>
    public Tensor Discriminator(Tensor real, Tensor fake) =>
        0.5 * tf.reduce_mean(tf.square(real - 1)) + 0.5 * tf.reduce_mean(tf.square(fake));

    /// <inheritdoc/>
    public Tensor Generator(Tensor fake, Tensor? real = null) => 0.5 * tf.reduce_mean(tf.square(fake - 1));

    /// <summary>The best discriminator gives the probability p that a picture is real; sigmoid(4 (p - 1/2)) is p near the border.</summary>
    public (Tensor Real, Tensor Fake) Verdicts(Tensor real, Tensor fake) => (4 * (real - 0.5), 4 * (fake - 0.5));
}
