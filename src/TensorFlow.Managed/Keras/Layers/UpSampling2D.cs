using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>Pictures made larger: (N, H, W, C) gives (N, H * height, W * width, C).</summary>
public class UpSampling2D : Layer
{
    private readonly (int H, int W) _size;
    private readonly bool _bilinear;

    /// <summary>An enlarging layer.</summary>
    /// <exception cref="ArgumentException">The size is not positive, or the interpolation unknown.</exception>
    public UpSampling2D(UpSampling2DArgs args)
        : base(args)
    {
        _size = LayerCheck.Pair(this, "size", args.Size);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        if (args.Interpolation is not ("nearest" or "bilinear"))
            throw new ArgumentException($"{Description}: interpolation is 'nearest' or 'bilinear', not '{args.Interpolation}'.");
        _bilinear = args.Interpolation == "bilinear";
        Input = new InputSpec(Rank: 4, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0], input_shape[1] < 0 ? -1 : input_shape[1] * _size.H, input_shape[2] < 0 ? -1 : input_shape[2] * _size.W,
        input_shape[3]);

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        _bilinear ? ResizeBilinear.Apply(inputs, _size.H, _size.W) : ResizeNearest.Apply(inputs, _size.H, _size.W);
}
