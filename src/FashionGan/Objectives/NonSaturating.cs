using Tensorflow;
using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Objectives;

/// <summary>
/// The loss of the first GANs, in the form that gives the generator a gradient while its pictures are bad (Goodfellow et al., Generative
/// Adversarial Nets, 2014): both players minimise the cross-entropy between labels and sigmoid(logits). The discriminator's labels are 1
/// for real pictures and 0 for drawn ones, or near it; the generator's are 1. With exact labels that is mean softplus(-real) +
/// mean softplus(fake), and mean softplus(-fake) for the generator.
/// </summary>
public sealed class NonSaturating : IAdversarialLoss
{
    private readonly ILossFunc _cross_entropy;
    private readonly float _label_smoothing;
    private readonly float _label_noise;

    /// <summary>The loss.</summary>
    /// <param name="cross_entropy">Compares labels (first) with logits; null for Keras' binary cross-entropy from logits.</param>
    /// <param name="label_smoothing">s in [0, 1): the discriminator's labels of real pictures are 1 - s (Salimans et al., Improved
    /// Techniques for Training GANs, 2016).</param>
    /// <param name="label_noise">a in [0, 1): its labels move by a * U(0, 1) towards the other side. The numbers come from the global
    /// stream, those of real pictures first.</param>
    /// <exception cref="ArgumentOutOfRangeException">s, a or their sum is outside [0, 1).</exception>
    public NonSaturating(ILossFunc? cross_entropy = null, float label_smoothing = 0, float label_noise = 0)
    {
        if (!(label_smoothing >= 0 && label_noise >= 0 && label_smoothing + label_noise < 1))
            throw new ArgumentOutOfRangeException(
                nameof(label_smoothing),
                $"label_smoothing {label_smoothing} and label_noise {label_noise} must not be negative and together stay below 1.");
        _cross_entropy = cross_entropy ?? keras.losses.BinaryCrossentropy(from_logits: true);
        (_label_smoothing, _label_noise) = (label_smoothing, label_noise);
    }

    /// <inheritdoc/>
    public bool GeneratorComparesWithReal => false;

    /// <inheritdoc/>
    public Tensor Discriminator(Tensor real, Tensor fake) =>
        _cross_entropy.Call(Noisy(tf.ones_like(real) - _label_smoothing, -_label_noise), real)
        + _cross_entropy.Call(Noisy(tf.zeros_like(fake), _label_noise), fake);

    /// <inheritdoc/>
    public Tensor Generator(Tensor fake, Tensor? real = null) => _cross_entropy.Call(tf.ones_like(fake), fake);

    private static Tensor Noisy(Tensor labels, float most) => most == 0 ? labels : labels + most * tf.random.uniform(labels.shape);
}
