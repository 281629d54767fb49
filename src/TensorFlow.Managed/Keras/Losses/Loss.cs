using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The base of losses: checks shapes, weighs the samples and makes one number of their losses.</summary>
public abstract class Loss : ILossFunc
{
    /// <summary>Probabilities are kept this far from 0 and 1 before their logarithm is taken, as Keras does.</summary>
    private protected const double Epsilon = 1e-7;

    /// <param name="reduction">How the samples' losses become one; null is <c>auto</c>.</param>
    /// <param name="name">The loss's name.</param>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    protected Loss(string? reduction, string name)
    {
        (Name, Reduction) = (name, reduction ?? "auto");
        if (Reduction is not ("auto" or "sum_over_batch_size" or "sum" or "none"))
            throw new ArgumentException($"{name}: reduction is 'auto', 'sum_over_batch_size', 'sum' or 'none', not '{reduction}'.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Reduction { get; }

    /// <inheritdoc/>
    public Tensor Call(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        if (!y_pred.dtype.IsFloating())
            throw new ArgumentException($"{Name}: predictions must be floating; y_pred is {y_pred.dtype.Name()}.");
        var losses = SampleLosses(y_true, y_pred);
        if (sample_weight is not null)
            losses *= SampleWeights.Aligned(Name, sample_weight, losses);
        return Reduction switch
        {
            "none" => losses,
            "sum" => ReduceSum.Apply(losses),
            // No samples lose nothing, as in Keras.
            _ when losses.size == 0 => ReduceSum.Apply(losses),
            // Also with weights the divisor is the number of losses, not the sum of the weights.
            _ => ReduceMean.Apply(losses),
        };
    }

    /// <summary>One loss for each sample.</summary>
    private protected abstract Tensor SampleLosses(Tensor y_true, Tensor y_pred);

    /// <summary>The truth in the predictions' type and shape; (N) and (N, 1) stand for each other.</summary>
    private protected Tensor Aligned(Tensor y_true, Tensor y_pred)
    {
        var truth = Cast.Apply(y_true, y_pred.dtype);
        if (truth.shape == y_pred.shape)
            return truth;
        if (truth.size == y_pred.size && (IsColumnOf(truth.shape, y_pred.shape) || IsColumnOf(y_pred.shape, truth.shape)))
            return Reshape.Apply(truth, y_pred.shape);
        throw new ArgumentException(
            $"{Name}: y_true of shape {y_true.shape} does not fit y_pred of shape {y_pred.shape}; they must be equal.");
    }

    /// <summary>Probabilities kept within [1e-7, 1 - 1e-7].</summary>
    private protected static Tensor Clip(Tensor p) => Maximum.Apply(
        Minimum.Apply(p, Constant.Scalar(1 - Epsilon, p.dtype)), Constant.Scalar(Epsilon, p.dtype));

    /// <summary>Checks that label smoothing is in [0, 1].</summary>
    private protected float Smoothing(float value) =>
        value is >= 0 and <= 1
        ? value : throw new ArgumentException($"{Name}: label_smoothing must be a number from 0 to 1; it is {value}.");

    private static bool IsColumnOf(Shape column, Shape shape) => column.ndim == shape.ndim + 1 && column[-1] == 1;
}
