using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>Takes each example's last axis to mean 0 and variance 1,
/// then multiplies it by gamma and adds beta (Ba et al., arXiv 1607.06450).</summary>
public class LayerNormalization : Layer
{
    private readonly LayerNormalizationArgs _args;
    private ResourceVariable? _gamma;
    private ResourceVariable? _beta;

    /// <summary>A layer normalisation.</summary>
    public LayerNormalization(LayerNormalizationArgs args)
        : base(args)
    {
        _args = args;
        Input = new InputSpec(MinimumRank: 2);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shape = input_shape.ToSingleShape();
        var axes = _args.Axis?.axes ?? [-1];
        if (axes.Length != 1 || (axes[0] != -1 && axes[0] != shape.ndim - 1))
            throw new NotSupportedException($"{Description} normalises the last axis of {shape}; it was told ({string.Join(", ", axes)}).");
        var channels = LayerCheck.LastAxis(this, shape);
        if (_args.Scale)
            _gamma = AddWeight("gamma", channels, DType, _args.GammaInitializer ?? KerasApi.keras.initializers.Ones());
        if (_args.Center)
            _beta = AddWeight("beta", channels, DType, _args.BetaInitializer ?? KerasApi.keras.initializers.Zeros());
        Input = new InputSpec(MinimumRank: 2, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Operations.LayerNormalization.Apply(inputs, _gamma?.AsTensor(), _beta?.AsTensor(), _args.Epsilon);
}
