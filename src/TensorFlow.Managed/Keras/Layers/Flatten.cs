using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>Each example as one row: (N, ...) gives (N, size of an example).</summary>
public class Flatten : Layer
{
    /// <summary>A flattening layer.</summary>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public Flatten(FlattenArgs args)
        : base(args)
    {
        LayerCheck.ChannelsLast(this, args.DataFormat);
        Input = new InputSpec(MinimumRank: 1, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(input_shape[0], input_shape[1..].size);

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        return Operations.Reshape.Apply(x, ComputeOutputShape(x.shape));
    }
}
