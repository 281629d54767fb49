using Tensorflow.Common.Types;
using Tensorflow.Distribute;
using Tensorflow.Gradients;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// A layer whose kernel is divided by its largest singular value, so that it stretches nothing: W / sigma with sigma = uT W v, u and v from
/// a few power iterations in each training step (Miyato et al., Spectral Normalization for Generative Adversarial Networks, 2018). W is the
/// kernel as a matrix (out, rest). The gradient goes through sigma, with u and v held constant, as in the paper; Keras' own layer changes
/// the kernel itself and leaves that part out.
/// </summary>
/// <example><code>keras.layers.SpectralNormalization(keras.layers.Conv2D(64, (5, 5), (2, 2), "same"))</code></example>
public class SpectralNormalization : Layer
{
    /// <summary>Is added to squared lengths, which may be 0.</summary>
    private const float Epsilon = 1e-12f;

    private readonly SpectralNormalizationArgs _args;
    private readonly Layer _layer;
    private ResourceVariable? _u;

    /// <summary>A layer around another one.</summary>
    /// <exception cref="ArgumentException">The layer has no kernel, or there is no power iteration.</exception>
    /// <exception cref="NotSupportedException">The layer has an activity_regularizer.</exception>
    public SpectralNormalization(SpectralNormalizationArgs args)
        : base(args)
    {
        (_args, _layer) = (args, From(args.Layer));
        if (_layer is not IKernelLayer)
            throw new ArgumentException($"{Description} needs a Dense or a Conv2D, which have a kernel; it got {_layer.Description}.");
        if (_layer.ActivityRegularizer is not null)
            throw new NotSupportedException($"{Description}: its layer must have no activity_regularizer; {_layer.Description} has one.");
        LayerCheck.Positive(this, "power_iterations", args.PowerIterations);
        StackLayers(_layer);
    }

    /// <summary>The layer whose kernel is normalised.</summary>
    public ILayer layer => _layer;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        if (!_layer.Built)
            _layer.build(input_shape);
        var channels = ((IKernelLayer)_layer).Kernel!.shape[-1];
        _u = AddWeight("u", channels, DType, KerasApi.keras.initializers.TruncatedNormal(stddev: 0.02f), trainable: false);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => _layer.ComputeOutputShape(input_shape);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var inner = (IKernelLayer)_layer;
        var kernel = inner.Kernel!.AsTensor();
        var matrix = Operations.Reshape.Apply(kernel, (-1, kernel.shape[-1]));
        var (u, v) = SingularVectors(matrix, training is true && Trainable);
        var sigma = MatMul.Apply(MatMul.Apply(v, matrix, transposeA: true), u);
        return inner.CallWith(kernel / Operations.Reshape.Apply(sigma, new Shape()), inputs);
    }

    /// <summary>Columns u (out, 1) and v (rest, 1), which no gradient goes through; a training step keeps its u.</summary>
    private (Tensor U, Tensor V) SingularVectors(Tensor matrix, bool moves)
    {
        using var pause = Tape.Pause();
        var u = Operations.Reshape.Apply(_u!, (-1, 1));
        var v = Unit(MatMul.Apply(matrix, u));
        if (!moves)
            return (u, v);
        for (var iteration = 0; iteration < _args.PowerIterations; iteration++)
        {
            v = Unit(MatMul.Apply(matrix, u));
            u = Unit(MatMul.Apply(matrix, v, transposeA: true));
        }

        var next = Operations.Reshape.Apply(u, _u!.shape);
        if (ReplicaContext.Current is { } replica)
            replica.merge_call(() => _u.assign(next));
        else
            _u.assign(next);
        return (u, v);
    }

    private static Tensor Unit(Tensor vector) => vector * Rsqrt.Apply(ReduceSum.Apply(vector * vector) + Epsilon);
}
