using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The sum over the last axis of y ln(y / x), both kept within [1e-7, 1] (Kullback and Leibler 1951).</summary>
public sealed class KLDivergence : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.KLDivergence"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public KLDivergence(string? reduction = null, string? name = null)
        : base(reduction, name ?? "kl_divergence")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var (y, x) = (Share(Aligned(y_true, y_pred)), Share(y_pred));
        return ReduceSum.Apply(y * (Log.Apply(y) - Log.Apply(x)), s_lastAxis);
    }

    private static Tensor Share(Tensor p) =>
        Maximum.Apply(Minimum.Apply(p, Constant.Scalar(1, p.dtype)), Constant.Scalar(Epsilon, p.dtype));
}
