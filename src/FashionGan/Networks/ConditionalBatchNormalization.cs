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
/// Style, 2017; Miyato and Koyama, 2018). Inputs x (N, ..., channels) and condition (N, classes).
/// </summary>
public sealed class ConditionalBatchNormalization : Layer
{
    private readonly BatchNormalization _normalize;
    private IVariableV1 _gamma = null!;
    private IVariableV1 _beta = null!;

    /// <summary>A conditional batch normalisation.</summary>
    public ConditionalBatchNormalization()
        : base(new LayerArgs())
    {
        _normalize = (BatchNormalization)keras.layers.BatchNormalization(center: false, scale: false);
        StackLayers(_normalize);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var (x, condition) = (input_shape.Shapes[0], input_shape.Shapes[1]);
        _gamma = add_weight("gamma", (condition[-1], x[-1]), initializer: keras.initializers.Ones());
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
        return normalized * OfPictures(_gamma) + OfPictures(_beta);
    }
}
