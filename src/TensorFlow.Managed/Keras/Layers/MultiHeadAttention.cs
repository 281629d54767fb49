using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Several attentions side by side (Vaswani et al., arXiv 1706.03762). Inputs are query (N, Tq, Dq), value (N, Tv, Dv) and, if it is
/// not the value, key (N, Tv, Dk). Each head takes softmax(q kᵀ / sqrt(key_dim)) v of projections of its own; the result, (N, Tq, Dq), is a
/// projection of all heads'.
/// </summary>
public class MultiHeadAttention : Layer
{
    private readonly MultiHeadAttentionArgs _args;
    private readonly int _valueDim;
    private Projection? _query;
    private Projection? _key;
    private Projection? _value;
    private Projection? _output;

    /// <summary>A layer of several attentions.</summary>
    /// <exception cref="ArgumentException">A number is not positive.</exception>
    public MultiHeadAttention(MultiHeadAttentionArgs args)
        : base(args)
    {
        (_args, _valueDim) = (args, args.ValueDim ?? args.KeyDim);
        LayerCheck.Positive(this, "num_heads", args.NumHeads);
        LayerCheck.Positive(this, "key_dim", args.KeyDim);
        LayerCheck.Positive(this, "value_dim", _valueDim);
        Input = new InputSpec(Rank: 3);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shapes = input_shape.Shapes;
        var (heads, width) = (_args.NumHeads, LayerCheck.LastAxis(this, shapes[0]));
        _query = Project("query", (width, heads, _args.KeyDim), (heads, _args.KeyDim));
        _key = Project("key", (LayerCheck.LastAxis(this, shapes[^1]), heads, _args.KeyDim), (heads, _args.KeyDim));
        _value = Project("value", (LayerCheck.LastAxis(this, shapes[1]), heads, _valueDim), (heads, _valueDim));
        _output = Project("attention_output", (heads, _valueDim, width), width);
        built = true;
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs) => [inputs[0]];

    private protected override void CheckInputs(Tensors inputs)
    {
        base.CheckInputs(inputs);
        LayerCheck.Attended(this, ShapesOf(inputs));
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var query = _query!.Of("ntd,dhk->nthk", inputs[0]) * (1 / Math.Sqrt(_args.KeyDim));
        var scores = Einsum.Apply("nqhk,nvhk->nhqv", [query, _key!.Of("ntd,dhk->nthk", inputs[^1])]);
        var heads = Einsum.Apply(
            "nhqv,nvhk->nqhk", [Operations.Softmax.Apply(scores), _value!.Of("ntd,dhk->nthk", inputs[1])]);
        return _output!.Of("nqhk,hkd->nqd", heads);
    }

    private Projection Project(string name, Shape kernel, Shape bias) => new(
        AddWeight($"{name}/kernel", kernel, DType, _args.KernelInitializer),
        _args.UseBias ? AddWeight($"{name}/bias", bias, DType, _args.BiasInitializer ?? KerasApi.keras.initializers.Zeros()) : null);

    /// <summary>A kernel that an equation applies, and what is added.</summary>
    private sealed record Projection(ResourceVariable Kernel, ResourceVariable? Bias)
    {
        internal Tensor Of(string equation, Tensor x)
        {
            var y = Einsum.Apply(equation, [x, Kernel.AsTensor()]);
            return Bias is null ? y : y + Bias.AsTensor();
        }
    }
}
