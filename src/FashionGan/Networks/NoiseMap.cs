using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// Noise for each place of a map, for an input (N, ...), of which only N counts. In training it is drawn from the global stream of random
/// numbers, (N, size, size, 1). Otherwise it is the same for all pictures, (1, size, size, 1), drawn when the layer was made and kept with
/// the weights, as StyleGAN2's code does (noise_const).
/// </summary>
/// <param name="size">Height and width of the maps.</param>
public sealed class NoiseMap(int size) : Layer(new LayerArgs())
{
    private IVariableV1 _constant = null!;

    /// <summary>Height and width of the maps.</summary>
    internal int Size => size;

    /// <summary>The noise that pictures are drawn with where nobody asks for another, (1, size, size, 1).</summary>
    internal Tensor Constant => _constant.AsTensor();

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _constant = add_weight("constant", (1, size, size, 1), initializer: keras.initializers.RandomNormal(stddev: 1), trainable: false);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], size, size, 1L);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        training is true ? tf.random.normal((inputs[0].shape[0], size, size, 1)) : Constant;
}
