using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Takes each group of an example's channels to mean 0 and variance 1, then multiplies each channel by gamma and adds beta (Wu and He,
/// arXiv 1803.08494). One group is layer normalisation over all axes, as many as channels instance normalisation.
/// </summary>
public class GroupNormalization : Layer
{
    private static readonly int[] s_axes = [1, 3];

    private readonly GroupNormalizationArgs _args;
    private ResourceVariable? _gamma;
    private ResourceVariable? _beta;

    /// <summary>A group normalisation.</summary>
    /// <exception cref="ArgumentException">The number of groups is neither positive nor -1.</exception>
    public GroupNormalization(GroupNormalizationArgs args)
        : base(args)
    {
        _args = args;
        if (args.Groups is not (> 0 or -1))
            throw new ArgumentException($"{Description}: groups must be a positive number, or -1 for one a channel; it is {args.Groups}.");
        Input = new InputSpec(MinimumRank: 2);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        if (channels % Groups(channels) != 0)
            throw new ArgumentException($"{Description}: {channels} channels do not make {_args.Groups} groups of equal size.");
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
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var groups = Groups(x.shape[-1]);
        var grouped = Operations.Reshape.Apply(x, (x.shape[0], x.shape[1..^1].size, groups, x.shape[-1] / groups));
        var centered = grouped - ReduceMean.Apply(grouped, s_axes, keepdims: true);
        var variance = ReduceMean.Apply(Square.Apply(centered), s_axes, keepdims: true);
        var y = Operations.Reshape.Apply(centered * Rsqrt.Apply(variance + _args.Epsilon), x.shape);
        if (_gamma is not null)
            y *= _gamma.AsTensor();
        return _beta is null ? y : y + _beta.AsTensor();
    }

    private long Groups(long channels) => _args.Groups == -1 ? channels : _args.Groups;
}
