using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The counterpart of <see cref="GenerativeBasis"/> near the end of R3GAN's discriminator: maps (N, H, W, channels) give (N, channels), the
/// sum over all places of maps * basis, where the basis (H, W, channels) is learned (Huang et al., The GAN is dead; long live the GAN!,
/// 2024).
/// </summary>
public sealed class DiscriminativeBasis : Layer
{
    private IVariableV1 _basis = null!;

    /// <summary>A basis.</summary>
    public DiscriminativeBasis()
        : base(new LayerArgs())
    {
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var maps = input_shape.ToSingleShape();
        _basis = add_weight(
            "basis", (maps[1], maps[2], maps[3]), initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(maps[1] * maps[2])));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], input_shape[3]);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        tf.reduce_sum((Tensor)inputs * _basis.AsTensor(), (1, 2));
}
