using Tensorflow;
using Tensorflow.Gradients;
using static Tensorflow.Binding;

namespace FashionGanTf.Penalties;

/// <summary>How a discriminator's logits change with its pictures. Each logit must depend on its own picture only, so no batch
/// normalisation.</summary>
public sealed class InputGradient : IDisposable
{
    private readonly Func<Tensor, Tensor> _discriminator;
    private readonly GradientTape? _tape;
    private readonly Tensor[] _pictures;
    private Tensor[] _logits = [];

    /// <param name="discriminator">Pictures (N, H, W, C) to logits (N, 1).</param>
    public InputGradient(Func<Tensor, Tensor> discriminator)
        : this(discriminator, null, [])
    {
    }

    private InputGradient(Func<Tensor, Tensor> discriminator, GradientTape? tape, Tensor[] pictures) =>
        (_discriminator, _tape, _pictures) = (discriminator, tape, pictures);

    /// <summary>Listens while pictures are judged for the loss, until <see cref="Judged"/>: a slope at these needs no second look. As
    /// R3GAN's own code has it, where penalties take the logits of the loss.</summary>
    /// <param name="discriminator">Pictures (N, H, W, C) to logits (N, 1), for other pictures.</param>
    /// <param name="pictures">What will be judged.</param>
    internal static InputGradient Of(Func<Tensor, Tensor> discriminator, params Tensor[] pictures)
    {
        var tape = tf.GradientTape(persistent: true, watch_accessed_variables: false);
        foreach (var tensor in pictures)
            tape.watch(tensor);
        return new InputGradient(discriminator, tape, pictures);
    }

    /// <summary>Listens no more.</summary>
    /// <param name="logits">Of the pictures, in their order.</param>
    internal void Judged(params Tensor[] logits)
    {
        _logits = logits;
        _tape!.Dispose();
    }

    /// <summary>For each picture the squares of d D(picture) / d picture, summed over its elements: (N). A tape that listens gives the
    /// squares' own gradients.</summary>
    /// <param name="pictures">Where the slope is taken, (N, H, W, C).</param>
    public Tensor Squares(Tensor pictures)
    {
        var gradient = Gradient(pictures);
        return tf.reduce_sum(tf.square(gradient), new Axis([.. Enumerable.Range(1, gradient.ndim - 1)]));
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _tape?.Dispose();

    /// <remarks>Of the logits' sum, in which each picture has its own summand.</remarks>
    private Tensor Gradient(Tensor pictures)
    {
        for (var i = 0; i < _logits.Length; i++)
            if (ReferenceEquals(_pictures[i], pictures))
                return _tape!.gradient(_logits[i], pictures, unconnected_gradients: "zero");
        using var tape = tf.GradientTape();
        tape.watch(pictures);
        return tape.gradient(_discriminator(pictures), pictures, unconnected_gradients: "zero");
    }
}
