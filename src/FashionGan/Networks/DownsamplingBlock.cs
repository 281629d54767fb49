using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;

namespace FashionGanTf.Networks;

/// <summary>
/// A block of StyleGAN2's discriminator: (N, H, W, in) gives (N, H / 2, W / 2, filters), (conv2(conv1(x)) + skip(x)) / sqrt(2), with conv1
/// 3 x 3 from in to in channels, conv2 3 x 3 from in to filters and half the size, both with an activation, and skip 1 x 1 without a bias
/// after the filter [1, 3, 3, 1] (Karras et al., Analyzing and Improving the Image Quality of StyleGAN, 2020, figure 7). H and W are even.
/// </summary>
public sealed class DownsamplingBlock : Layer
{
    private static readonly float s_half = MathF.Sqrt(0.5f);

    private readonly int _filters;
    private readonly FirResampling _smaller = FirResampling.Down(1, 3, 3, 1);
    private readonly EqualizedConv2D _second;
    private readonly EqualizedConv2D _skip;
    private EqualizedConv2D _first = null!;

    /// <summary>A block.</summary>
    /// <param name="filters">Channels of the result.</param>
    public DownsamplingBlock(int filters)
        : base(new LayerArgs())
    {
        _filters = filters;
        _second = new EqualizedConv2D(filters, 3, activates: true, down: true, gain: s_half);
        _skip = new EqualizedConv2D(filters, 1, use_bias: false, gain: s_half);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _first = new EqualizedConv2D((int)input_shape.ToSingleShape()[-1], 3, activates: true);
        StackLayers(_first, _second, _skip);
        // All three see as many channels.
        foreach (var convolution in new[] { _first, _second, _skip })
            convolution.build(input_shape);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        static long Half(long size) => size < 0 ? size : size / 2;
        return (input_shape[0], Half(input_shape[1]), Half(input_shape[2]), _filters);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        (Tensor)_second.Apply(_first.Apply(inputs)) + (Tensor)_skip.Apply(_smaller.Apply(inputs));
}
