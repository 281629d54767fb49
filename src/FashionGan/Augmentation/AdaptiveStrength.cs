using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Augmentation;

/// <summary>
/// The probability p with which each change of <see cref="DiffAugment"/> is made to a picture, adapted so that the discriminator does not
/// learn its real pictures by heart (Karras et al., Training Generative Adversarial Networks with Limited Data, 2020, section 3). It begins
/// with 0. After each step it rises where the mean sign of the discriminator's logits of real pictures is above a target, and falls where
/// it is below, so fast that it could go from 0 to 1 in 500,000 pictures.
/// </summary>
/// <param name="target">The mean sign to keep to, from 0, where half of the real pictures are taken for drawn ones, to 1; 0.6 in the
/// paper.</param>
internal sealed class AdaptiveStrength(float target)
{
    private const float PicturesFromNoneToAll = 500_000;

    /// <summary>p, a scalar.</summary>
    internal ResourceVariable Probability { get; } = tf.Variable(0f, trainable: false);

    /// <summary>Some of the pictures, chosen at random, as they were changed, the others as they were.</summary>
    internal Tensor Some(Tensor changed, Tensor pictures) => tf.where(
        tf.random.uniform((pictures.shape[0], 1, 1, 1)) < Probability.AsTensor(), changed, pictures);

    /// <summary>Moves p after a step.</summary>
    /// <param name="taken">The share of real pictures with a logit above 0, a scalar.</param>
    /// <param name="pictures">Real pictures in the step.</param>
    internal void Adapt(Tensor taken, long pictures)
    {
        var next = Probability.AsTensor() + pictures / PicturesFromNoneToAll * tf.sign(2 * taken - 1 - target);
        Probability.assign(tf.clip_by_value(next, 0f, 1f));
    }
}
