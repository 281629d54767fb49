using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// One step of a <see cref="GRU"/> (Cho et al., arXiv 1406.1078). With the gates z and r from x kernel + h recurrent_kernel + bias, in
/// the order z, r, g: h = z h + (1 - z) tanh(g), where the state's part of g is multiplied by r: the state before its product with the
/// kernel, or, with <c>reset_after</c>, the product and its bias. The bias then is (2, 3 units), the input's and the state's.
/// </summary>
public class GRUCell : RNNCell
{
    private readonly GRUArgs _args;

    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive.</exception>
    public GRUCell(GRUArgs args)
        : base(args, gates: 3) => _args = args;

    private protected override Shape BiasShape => _args.ResetAfter ? (2, 3 * _args.Units) : base.BiasShape;

    private protected override (Tensor? Input, Tensor? State) Biases(Tensor? bias) =>
        bias is null || !_args.ResetAfter ? (bias, null) : (bias[0], bias[1]);

    private protected override Tensor[] Step(Tensor input, Tensor[] states, Tensor kernel, Tensor? bias)
    {
        var h = states[0];
        var x = Split.Apply(input, 3, 1);
        if (!_args.ResetAfter)
        {
            var ofGates = Split.Apply(kernel, 3, 1);
            var (update, reset) = (
                Gate.Apply(x[0] + MatMul.Apply(h, ofGates[0])), Gate.Apply(x[1] + MatMul.Apply(h, ofGates[1])));
            return [update * h + (1 - update) * Activation.Apply(x[2] + MatMul.Apply(reset * h, ofGates[2]))];
        }

        var product = MatMul.Apply(h, kernel);
        var s = Split.Apply(bias is null ? product : product + bias, 3, 1);
        var z = Gate.Apply(x[0] + s[0]);
        return [z * h + (1 - z) * Activation.Apply(x[2] + Gate.Apply(x[1] + s[1]) * s[2])];
    }
}
