using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>One step of a <see cref="SimpleRNN"/>, whose state is its result (Elman, Finding Structure in Time, 1990): h = tanh(x kernel +
/// h recurrent_kernel + bias).</summary>
public class SimpleRNNCell : RNNCell
{
    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive.</exception>
    public SimpleRNNCell(RNNArgs args)
        : base(args, gates: 1)
    {
    }

    private protected override Tensor[] Step(Tensor input, Tensor[] states, Tensor kernel, Tensor? bias) =>
        [Activation.Apply(input + MatMul.Apply(states[0], kernel))];
}
