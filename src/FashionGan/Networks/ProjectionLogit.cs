using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The end of a projection discriminator (Miyato and Koyama, 2018, equation 3): y = phi @ kernel + bias + (condition @ embedding) . phi,
/// one logit for a picture. Inputs phi (N, features) and condition (N, classes); kernel (features, 1), embedding (classes, features).
/// With an equalised learning rate both begin with a normal distribution of variance 1 and are divided by sqrt(features), see
/// <see cref="EqualizedDense"/>. With spectral normalisation both are kernels of dense layers in a
/// <see cref="SpectralNormalization"/> each, as in the paper. With k N conditions there are k N logits, of each phi with the first N
/// conditions, then with the next: a picture that is judged by several conditions is looked at once.
/// </summary>
public sealed class ProjectionLogit : Layer
{
    private readonly bool _equalized;
    private readonly bool _normalizes;
    private IVariableV1 _kernel = null!;
    private IVariableV1 _bias = null!;
    private IVariableV1 _embedding = null!;
    private ILayer _normalized_kernel = null!;
    private ILayer _normalized_embedding = null!;

    /// <summary>A projection.</summary>
    /// <param name="equalized">Whether the learning rate is equalised.</param>
    /// <param name="spectral_normalization">Whether kernel and embedding are normalised by their largest singular value.</param>
    public ProjectionLogit(bool equalized = false, bool spectral_normalization = false)
        : base(new LayerArgs()) => (_equalized, _normalizes) = (equalized, spectral_normalization);

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        if (_normalizes)
        {
            BuildNormalized(input_shape.Shapes[0], input_shape.Shapes[1]);
            return;
        }

        var (features, classes) = (input_shape.Shapes[0][-1], input_shape.Shapes[1][-1]);
        var normal = _equalized ? keras.initializers.RandomNormal(stddev: 1) : null;
        _kernel = add_weight("kernel", (features, 1L), initializer: normal);
        _bias = add_weight("bias", 1, initializer: keras.initializers.Zeros());
        _embedding = add_weight("embedding", (classes, features), initializer: normal ?? keras.initializers.RandomUniform());
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], 1L);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (phi, condition) = (inputs[0], inputs[1]);
        var repeats = condition.shape[0] / phi.shape[0];
        Tensor Repeated(Tensor x) => repeats > 1 ? tf.tile(x, new[] { (int)repeats, 1 }) : x;
        if (_normalizes)
            return Repeated(_normalized_kernel.Apply(phi, training: training))
                + tf.reduce_sum(_normalized_embedding.Apply(condition, training: training) * Repeated(phi), axis: -1, keepdims: true);
        if (_equalized)
            phi *= 1 / MathF.Sqrt(phi.shape[-1]);
        // (condition @ embedding) . phi, summed in this order: a number for each class instead of one for each feature.
        var projections = Repeated(tf.matmul(phi, _embedding.AsTensor(), transpose_b: true));
        return Repeated(tf.matmul(phi, _kernel.AsTensor()) + _bias.AsTensor())
            + tf.reduce_sum(condition * projections, axis: -1, keepdims: true);
    }

    private void BuildNormalized(Shape phi, Shape condition)
    {
        static ILayer Normalized(string name, int units, bool bias) => keras.layers.SpectralNormalization(
            new Dense(new DenseArgs { Name = name, Units = units, UseBias = bias }), name: name);
        _normalized_kernel = Normalized("kernel", 1, bias: true);
        _normalized_embedding = Normalized("embedding", (int)phi[-1], bias: false);
        StackLayers(_normalized_kernel, _normalized_embedding);
        _normalized_kernel.build(phi);
        _normalized_embedding.build(condition);
        built = true;
    }
}
