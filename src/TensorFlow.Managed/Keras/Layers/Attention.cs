using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Dot-product attention (Luong et al., arXiv 1508.04025): softmax(query keyᵀ) value. Inputs are query (N, Tq, D), value (N, Tv, D) and,
/// if it is not the value, key (N, Tv, D); the result is (N, Tq, D). It has no weights.
/// </summary>
public class Attention : Layer
{
    /// <summary>An attention layer.</summary>
    public Attention(AttentionArgs args)
        : base(args) => Input = new InputSpec(Rank: 3);

    internal override Shape[] ComputeOutputShapes(Shape[] inputs) => [inputs[0].With(2, inputs[1][2])];

    private protected override void CheckInputs(Tensors inputs)
    {
        base.CheckInputs(inputs);
        LayerCheck.Attended(this, ShapesOf(inputs));
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor query = inputs[0], value = inputs[1], key = inputs[^1];
        return MatMul.Apply(Operations.Softmax.Apply(MatMul.Apply(query, key, transposeB: true)), value);
    }
}
