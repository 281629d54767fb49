using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Objectives;

/// <summary>
/// The hinge loss (Lim and Ye, Geometric GAN, 2017; Miyato et al., 2018): the discriminator minimises mean max(0, 1 - real) +
/// mean max(0, 1 + fake), so that it stops where it is right by a margin of 1; the generator minimises -mean fake.
/// </summary>
public sealed class Hinge : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorComparesWithReal => false;

    /// <inheritdoc/>
    public Tensor Discriminator(Tensor real, Tensor fake) =>
        tf.reduce_mean(tf.nn.relu(1 - real)) + tf.reduce_mean(tf.nn.relu(1 + fake));

    /// <inheritdoc/>
    public Tensor Generator(Tensor fake, Tensor? real = null) => -tf.reduce_mean(fake);
}
