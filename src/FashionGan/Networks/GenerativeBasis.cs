using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// R3GAN's first layer of a generator: noise z (N, latent) gives maps (N, size, size, channels), basis * (z @ linear), where the basis
/// (size, size, channels) is learned and the same for all pictures (Huang et al., The GAN is dead; long live the GAN!, 2024).
/// </summary>
/// <param name="size">Height and width of the maps.</param>
/// <param name="channels">Their channels.</param>
public sealed class GenerativeBasis(int size, int channels) : Layer(new LayerArgs())
{
    private IVariableV1 _basis = null!;
    private IVariableV1 _linear = null!;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var latent = input_shape.ToSingleShape()[-1];
        _basis = add_weight("basis", (size, size, channels), initializer: keras.initializers.RandomNormal(stddev: 1));
        _linear = add_weight("linear", (latent, channels), initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(latent)));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], size, size, channels);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor z = inputs;
        return _basis.AsTensor() * tf.reshape(tf.matmul(z, _linear.AsTensor()), (z.shape[0], 1, 1, channels));
    }
}
