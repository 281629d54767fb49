using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>The maps that StyleGAN draws on, learned and the same for all pictures: for an input (N, ...), of which only N counts,
/// (N, size, size, channels).</summary>
/// <param name="size">Height and width of the maps.</param>
/// <param name="channels">Their channels.</param>
public sealed class LearnedConstant(int size, int channels) : Layer(new LayerArgs())
{
    private IVariableV1 _constant = null!;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _constant = add_weight("constant", (size, size, channels), initializer: keras.initializers.RandomNormal(stddev: 1));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], size, size, channels);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        tf.broadcast_to(_constant.AsTensor(), (inputs[0].shape[0], size, size, channels));
}
