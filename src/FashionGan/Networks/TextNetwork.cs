using Tensorflow;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>
/// A generator or a discriminator that takes texts: noise or pictures and tokens (N, T) are its inputs. Its two halves can be applied for
/// themselves: <see cref="Encoder"/> makes a condition of a text, and <see cref="OnConditions"/> takes noise or pictures with conditions,
/// which may also lie between texts.
/// </summary>
/// <param name="inputs">Noise or pictures, and tokens.</param>
/// <param name="condition">What the encoder makes of the tokens.</param>
/// <param name="outputs">What the network makes of both.</param>
/// <param name="encoder">The encoder.</param>
/// <param name="name">The network's name.</param>
public sealed class TextNetwork(Tensors inputs, Tensor condition, Tensors outputs, TextEncoder encoder, string name)
    : Functional(inputs, outputs, name)
{
    /// <summary>Tokens to conditions.</summary>
    public TextEncoder Encoder => encoder;

    /// <summary>The network behind its encoder.</summary>
    public Functional OnConditions { get; } = new(new Tensors(inputs[0], condition), outputs, $"{name}_on_conditions");
}
