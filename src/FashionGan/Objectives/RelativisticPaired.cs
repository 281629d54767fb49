using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Objectives;

/// <summary>
/// Each real picture against one drawn one (Jolicoeur-Martineau, The relativistic discriminator, 2018; Huang et al., The GAN is dead; long
/// live the GAN!, 2024): the discriminator minimises mean softplus(-(real - fake)), the generator mean softplus(-(fake - real)). Only
/// differences of logits count, so a logit of 0 is no border. It converges with <see cref="Penalties.R1"/> and <see cref="Penalties.R2"/>.
/// </summary>
public sealed class RelativisticPaired : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorComparesWithReal => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many real pictures as drawn ones.</exception>
    public Tensor Discriminator(Tensor real, Tensor fake) => Loss(better: real, worse: fake);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many real pictures as drawn ones, or none.</exception>
    public Tensor Generator(Tensor fake, Tensor? real = null) => Loss(better: fake, worse: real
        ?? throw new ArgumentException("The relativistic loss compares drawn pictures with real ones; the generator's step gave none."));

    /// <summary>How far a picture lies above the other one of its pair.</summary>
    public (Tensor Real, Tensor Fake) Verdicts(Tensor real, Tensor fake) => (real - fake, fake - real);

    private static Tensor Loss(Tensor better, Tensor worse) => better.shape == worse.shape
        ? tf.reduce_mean(tf.math.softplus(worse - better))
        : throw new ArgumentException(
            $"The relativistic loss takes pairs of logits; those of real and of drawn pictures have the shapes {better.shape} and " +
            $"{worse.shape}.");
}
