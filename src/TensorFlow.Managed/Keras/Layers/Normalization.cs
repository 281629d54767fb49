using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Takes data to mean 0 and variance 1 with statistics that do not change in training: (x - mean) / max(sqrt(variance), 1e-7), or the other
/// way with <c>invert</c>. The statistics are given, or <see cref="adapt"/> finds them; before that they are 0 and 1.
/// </summary>
public class Normalization : Layer
{
    /// <summary>Keras' epsilon.</summary>
    private const float Epsilon = 1e-7f;

    private readonly NormalizationArgs _args;
    private ResourceVariable? _mean;
    private ResourceVariable? _variance;

    /// <summary>A normalization.</summary>
    /// <exception cref="ArgumentException">Only one of mean and variance is given, or the variance is negative.</exception>
    public Normalization(NormalizationArgs args)
        : base(args)
    {
        _args = args;
        if (args.Mean.HasValue != args.Variance.HasValue || args.Variance < 0)
            throw new ArgumentException(
                $"{Description}: mean and variance are given both or not at all, and no variance is negative; they are {Text(args.Mean)} " +
                $"and {Text(args.Variance)}.");
        Input = new InputSpec(MinimumRank: 1);

        static string Text(float? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not given";
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        if (_args.Mean is null)
        {
            var shape = StatisticsShape(input_shape.ToSingleShape());
            _mean = AddWeight("mean", shape, DType, KerasApi.keras.initializers.Zeros(), trainable: false);
            _variance = AddWeight("variance", shape, DType, KerasApi.keras.initializers.Ones(), trainable: false);
        }

        built = true;
    }

    /// <summary>Takes mean and variance from data; what was taken from other data before is forgotten.</summary>
    /// <inheritdoc/>
    public override void adapt(Tensor data, int? batch_size = null, int? steps = null)
    {
        if (_args.Mean is not null)
            throw new NotSupportedException($"{Description} was given its mean and variance; adapt would change them.");
        using var scope = TensorScope.Begin();
        var x = Cast.Apply(data, DType);
        if (!built)
            BuildFor([x.shape]);
        var kept = Axis(x.shape);
        int[] axes = [.. Enumerable.Range(0, x.ndim).Where(axis => axis != kept)];
        var mean = ReduceMean.Apply(x, axes, keepdims: true);
        _variance!.assign(Operations.Reshape.Apply(ReduceMean.Apply(Square.Apply(x - mean), axes), _variance.shape));
        _mean!.assign(Operations.Reshape.Apply(mean, _mean.shape));
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        if (_args.Mean is { } given)
        {
            var known = MathF.Max(MathF.Sqrt(_args.Variance!.Value), Epsilon);
            return _args.Invert ? x * known + given : (x - given) / known;
        }

        // Along an axis that is not the last one the statistics do not broadcast by themselves.
        var shape = new Shape(Array.ConvertAll(x.dims, _ => 1L));
        if (Axis(x.shape) is { } axis)
            shape = shape.With(axis, x.shape[axis]);
        var (mean, deviation) = (Operations.Reshape.Apply(_mean!, shape), Operations.Reshape.Apply(Sqrt.Apply(_variance!), shape));
        deviation = Maximum.Apply(deviation, Fill.Apply(new Shape([]), Epsilon));
        return _args.Invert ? x * deviation + mean : (x - mean) / deviation;
    }

    private Shape StatisticsShape(Shape input) => Axis(input) is not { } axis ? new Shape(Array.Empty<long>())
        : input[axis] > 0 ? input[axis]
        : throw new ArgumentException($"{Description} must know the size of its input's axis {_args.Axis}; it got {input}.");

    private int? Axis(Shape input) => _args.Axis is { } axis ? input.Axis(axis) : null;
}
