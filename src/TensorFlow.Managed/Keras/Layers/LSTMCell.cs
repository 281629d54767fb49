using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// One step of an <see cref="LSTM"/> (Hochreiter and Schmidhuber 1997; with the forget gate of Gers, Schmidhuber and Cummins 2000). The
/// state is h and c. With the gates i, f, o and g from x kernel + h recurrent_kernel + bias, in the order i, f, g, o:
/// c = f c + i g, h = o tanh(c).
/// </summary>
public class LSTMCell : RNNCell
{
    private readonly LSTMArgs _args;

    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive.</exception>
    public LSTMCell(LSTMArgs args)
        : base(args, gates: 4) => _args = args;

    /// <inheritdoc/>
    public override long[] StateSize => [_args.Units, _args.Units];

    private protected override IInitializer BiasStart => _args.UnitForgetBias ? new ForgetBias(_args.Units) : base.BiasStart;

    private protected override Tensor[] Step(Tensor input, Tensor[] states, Tensor kernel, Tensor? bias)
    {
        var gates = Split.Apply(input + MatMul.Apply(states[0], kernel), 4, 1);
        var c = Gate.Apply(gates[1]) * states[1] + Gate.Apply(gates[0]) * Activation.Apply(gates[2]);
        return [Gate.Apply(gates[3]) * Activation.Apply(c), c];
    }

    /// <summary>Ones for the forget gate, zeros for the others.</summary>
    private sealed class ForgetBias(int units) : IInitializer
    {
        public Tensor Apply(Shape shape, TF_DataType dtype) => Concat.Apply(
            [Fill.Zeros(units, dtype), Fill.Apply(units, 1, dtype), Fill.Zeros(2 * units, dtype)], 0);
    }
}
