using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A convolution of sequences: (N, T, in) gives (N, T', filters). The kernel is (size, in / groups, filters). With the padding
/// <c>causal</c> a step sees itself and what came before.</summary>
/// <example><code>keras.layers.Conv1D(64, 3, padding: "causal")</code></example>
public class Conv1D : Layer
{
    private readonly Conv2DArgs _args;
    private readonly int _size;
    private readonly int _stride;
    private readonly int _dilation;
    private ResourceVariable? _kernel;
    private ResourceVariable? _bias;

    /// <summary>A convolution of sequences.</summary>
    /// <param name="args">Sizes of one number.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public Conv1D(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        LayerCheck.Groups(this, "filters", args.Filters, args.Groups);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        if (args.Padding != "causal")
            LayerCheck.Padding(this, args.Padding);
        _size = LayerCheck.Pair(this, "kernel_size", args.KernelSize).W;
        _stride = LayerCheck.Pair(this, "strides", args.Strides).W;
        _dilation = LayerCheck.Pair(this, "dilation_rate", args.DilationRate).W;
        Input = new InputSpec(Rank: 3);
    }

    private string Padding => IsCausal ? "valid" : _args.Padding;

    private bool IsCausal => _args.Padding == "causal";

    /// <summary>Zeros before the sequence.</summary>
    private int Before => IsCausal ? (_size - 1) * _dilation : 0;

    internal override IRegularizer? ActivityRegularizer => _args.ActivityRegularizer;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        LayerCheck.Groups(this, "the input's channels", channels, _args.Groups);
        _kernel = AddWeight("kernel", (_size, channels / _args.Groups, _args.Filters), DType, _args.KernelInitializer,
            regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);
        if (_args.UseBias)
            _bias = AddWeight("bias", _args.Filters, DType, _args.BiasInitializer ?? KerasApi.keras.initializers.Zeros(),
                regularizer: _args.BiasRegularizer, constraint: _args.BiasConstraint);
        Input = new InputSpec(Rank: 3, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0],
        SpatialSize.Convolved(
            this, input_shape[1] < 0 ? -1 : input_shape[1] + Before, _size, _stride, _dilation, Padding), _args.Filters);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        // A picture of one row.
        var x = ExpandDims.Apply(inputs, 1);
        if (IsCausal)
            x = Pad.Apply(x, [(0, 0), (0, 0), (Before, 0), (0, 0)]);
        var y = Squeeze.Apply(
            GroupedConv2D.Apply(x, ExpandDims.Apply(_kernel!, 0), _args.Groups, (1, _stride), Padding, (1, _dilation)), [1]);
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
