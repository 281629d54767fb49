using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Objectives;

/// <summary>
/// The Wasserstein distance (Arjovsky, Chintala, Bottou: Wasserstein GAN, 2017): the discriminator, called a critic, minimises
/// mean fake - mean real, the generator -mean fake. It means something only while the critic's slope is bounded, for which
/// <see cref="Penalties.GradientPenalty"/> is made. Logits have no zero of their own: only their differences count.
/// </summary>
public sealed class Wasserstein : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorComparesWithReal => false;

    /// <inheritdoc/>
    public Tensor Discriminator(Tensor real, Tensor fake) => tf.reduce_mean(fake) - tf.reduce_mean(real);

    /// <inheritdoc/>
    public Tensor Generator(Tensor fake, Tensor? real = null) => -tf.reduce_mean(fake);

    /// <summary>How far a picture lies above the mean of the other side.</summary>
    public (Tensor Real, Tensor Fake) Verdicts(Tensor real, Tensor fake) =>
        (real - tf.reduce_mean(fake), fake - tf.reduce_mean(real));
}
