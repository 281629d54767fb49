using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Penalties;

/// <summary>How a discriminator's logits change with its pictures.</summary>
internal static class InputGradient
{
    /// <summary>For each picture the squares of d D(picture) / d picture, summed over its elements: (N).</summary>
    /// <param name="discriminator">Pictures (N, H, W, C) to logits (N, 1).</param>
    /// <param name="pictures">Where the slope is taken, (N, H, W, C).</param>
    internal static Tensor Squares(Func<Tensor, Tensor> discriminator, Tensor pictures)
    {
        using var tape = tf.GradientTape();
        tape.watch(pictures);
        // Of the logits' sum, in which each picture has its own summand.
        var gradient = tape.gradient(discriminator(pictures), pictures, unconnected_gradients: "zero");
        return tf.reduce_sum(tf.square(gradient), new Axis([.. Enumerable.Range(1, gradient.ndim - 1)]));
    }
}
