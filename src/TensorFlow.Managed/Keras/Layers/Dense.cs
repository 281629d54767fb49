using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>y = activation(x @ kernel + bias) along the last axis: (..., in) gives (..., units).</summary>
/// <example><code>keras.layers.Dense(7 * 7 * 256, use_bias: false)</code></example>
public class Dense : Layer, IKernelLayer
{
    private readonly DenseArgs _args;
    private ResourceVariable? _kernel;
    private ResourceVariable? _bias;

    /// <summary>A dense layer.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive.</exception>
    public Dense(DenseArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "units", args.Units);
        Input = new InputSpec(MinimumRank: 2);
    }

    internal override IRegularizer? ActivityRegularizer => _args.ActivityRegularizer;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        _kernel = AddWeight("kernel", (channels, _args.Units), DType, _args.KernelInitializer,
            regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);
        if (_args.UseBias)
            _bias = AddWeight("bias", _args.Units, DType, _args.BiasInitializer ?? KerasApi.keras.initializers.Zeros(),
                regularizer: _args.BiasRegularizer, constraint: _args.BiasConstraint);
        Input = new InputSpec(MinimumRank: 2, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape.With(-1, _args.Units);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        CallWith(_kernel!.AsTensor(), inputs);

    ResourceVariable? IKernelLayer.Kernel => _kernel;

    Tensor IKernelLayer.CallWith(Tensor kernel, Tensor x) => CallWith(kernel, x);

    private Tensor CallWith(Tensor kernel, Tensor x)
    {
        var y = x.ndim == 2
            ? MatMul.Apply(x, kernel)
            : Operations.Reshape.Apply(MatMul.Apply(Operations.Reshape.Apply(x, (-1, x.shape[-1])), kernel), x.shape.With(-1, _args.Units));
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
