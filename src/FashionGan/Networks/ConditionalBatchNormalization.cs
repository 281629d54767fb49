using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// Batch normalisation whose gamma and beta are those of the condition: y = (condition @ gamma) (x - mean) / sqrt(variance + 1e-3) +
/// condition @ beta, with gamma and beta of shape (classes, channels) (Dumoulin, Shlens, Kudlur: A Learned Representation For Artistic
/// Style, 2017; Miyato and Koyama, 2018). Inputs x (N, ..., channels) and condition (N, classes). For conditions whose parts do not sum to
/// 1, such as those of texts, gamma can be centred: 1 + condition @ gamma stands for condition @ gamma then, as in BigGAN (Brock, Donahue,
/// Simonyan: Large Scale GAN Training for High Fidelity Natural Image Synthesis, 2019).
/// </summary>
public sealed class ConditionalBatchNormalization : Layer
{
    /// <summary>The deviation that a centred gamma begins with.</summary>
    private const float CentredDeviation = 0.1f;

    private readonly BatchNormalization _normalize;
    private readonly bool _centred;
    private IVariableV1 _gamma = null!;
    private IVariableV1 _beta = null!;

    /// <summary>A conditional batch normalisation.</summary>
    /// <param name="centred">Whether 1 is added to gamma, which then begins near 0.</param>
    public ConditionalBatchNormalization(bool centred = false)
        : base(new LayerArgs())
    {
        _centred = centred;
        _normalize = (BatchNormalization)keras.layers.BatchNormalization(center: false, scale: false);
        StackLayers(_normalize);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var (x, condition) = (input_shape.Shapes[0], input_shape.Shapes[1]);
        _gamma = add_weight("gamma", (condition[-1], x[-1]), initializer: _centred
            ? keras.initializers.RandomNormal(stddev: CentredDeviation) : keras.initializers.Ones());
        _beta = add_weight("beta", (condition[-1], x[-1]), initializer: keras.initializers.Zeros());
        built = true;
    }

    /// <summary>The shape of x.</summary>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (x, condition) = (inputs[0], inputs[1]);
        // A row for each picture, the same at each of its places.
        long[] sizes = [x.shape[0], .. Enumerable.Repeat(1L, x.ndim - 2), x.shape[-1]];
        Tensor OfPictures(IVariableV1 rows) => tf.reshape(tf.matmul(condition, rows.AsTensor()), new Shape(sizes));
        Tensor normalized = _normalize.Apply(x, training: training);
        var gamma = OfPictures(_gamma);
        return normalized * (_centred ? 1f + gamma : gamma) + OfPictures(_beta);
    }
}
