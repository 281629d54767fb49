using Tensorflow.Common.Types;
using Tensorflow.Distribute;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Gradients;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Takes each channel to mean 0 and variance 1, then multiplies it by gamma and adds beta (Ioffe and Szegedy, arXiv 1502.03167). In
/// training mean and variance are the batch's, and the moving ones follow them;
/// otherwise, and when the layer is frozen, they are the moving ones.
/// </summary>
public class BatchNormalization : Layer
{
    private readonly BatchNormalizationArgs _args;
    private ResourceVariable? _gamma;
    private ResourceVariable? _beta;
    private ResourceVariable? _movingMean;
    private ResourceVariable? _movingVariance;

    /// <summary>A batch normalisation.</summary>
    /// <exception cref="NotSupportedException">Renormalisation is asked for.</exception>
    public BatchNormalization(BatchNormalizationArgs args)
        : base(args)
    {
        (_args, momentum) = (args, args.Momentum);
        if (args.Renorm)
            throw new NotSupportedException($"{Description}: renorm must be false.");
        Input = new InputSpec(MinimumRank: 2);
    }

    /// <summary>How much the moving statistics keep of themselves in a step.</summary>
    public float momentum { get; set; }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shape = input_shape.ToSingleShape();
        if (_args.Axis != -1 && _args.Axis != shape.ndim - 1)
            throw new NotSupportedException($"{Description} normalises the last axis of {shape}; it was told axis {_args.Axis}.");
        var channels = LayerCheck.LastAxis(this, shape);
        var initializers = KerasApi.keras.initializers;
        if (_args.Scale)
            _gamma = AddWeight("gamma", channels, DType, _args.GammaInitializer ?? initializers.Ones());
        if (_args.Center)
            _beta = AddWeight("beta", channels, DType, _args.BetaInitializer ?? initializers.Zeros());
        _movingMean = AddWeight("moving_mean", channels, DType, _args.MovingMeanInitializer ?? initializers.Zeros(), trainable: false);
        _movingVariance =
            AddWeight("moving_variance", channels, DType, _args.MovingVarianceInitializer ?? initializers.Ones(), trainable: false);
        Input = new InputSpec(MinimumRank: 2, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        Tensor? gamma = _gamma?.AsTensor(), beta = _beta?.AsTensor();
        if (training is not true || !Trainable)
            return Operations.BatchNormalization.Inference(x, gamma, beta, _movingMean!, _movingVariance!, _args.Epsilon);

        var (y, mean, variance) = Operations.BatchNormalization.Training(x, gamma, beta, _args.Epsilon);
        // Replicas share the moving statistics, and these are of the whole batch: the first one in a process moves them.
        var replica = ReplicaContext.Current;
        if (replica?.IsFirstInProcess is false)
            return y;
        using var pause = Tape.Pause();
        // TensorFlow's fused kernel, which Keras takes for rank 4, keeps the unbiased variance; the general way keeps the biased one.
        var count = x.size / x.shape[-1] * (replica?.num_replicas_in_sync ?? 1);
        Move(_movingMean!, mean, 1);
        Move(_movingVariance!, variance, x.ndim == 4 ? count / Math.Max(1.0, count - 1) : 1);
        return y;
    }

    /// <summary>moving = moving * momentum + batch * factor * (1 - momentum).</summary>
    private void Move(ResourceVariable moving, Tensor batch, double factor)
    {
        using var update = moving.BeginUpdate();
        Tensor.Device.Follow(
            update.Current, update.Next, batch.Storage, batch.size, momentum, (float)(factor * (1.0 - momentum)));
        update.Publish();
        GC.KeepAlive(batch);
    }
}
