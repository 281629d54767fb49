using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Networks;

/// <summary>StyleGAN2's activation: sqrt(2) times the leaky rectifier with a slope of 0.2, which keeps the mean square of what is
/// distributed symmetrically, or nearly so.</summary>
internal static class ScaledLeakyRelu
{
    /// <summary>sqrt(2).</summary>
    internal const float Gain = 1.41421356f;

    internal static Tensor Apply(Tensor x) => Gain * tf.nn.leaky_relu(x);
}
