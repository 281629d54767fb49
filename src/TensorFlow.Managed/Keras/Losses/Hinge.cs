using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean over the last axis of max(1 - y x, 0), y the truth, -1 or 1. Truths of 0 and 1 are taken for -1 and 1.</summary>
public sealed class Hinge : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.Hinge"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public Hinge(string? reduction = null, string? name = null)
        : base(reduction, name ?? "hinge")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(Relu.Apply(1 - Signs(Aligned(y_true, y_pred)) * y_pred), s_lastAxis);

    /// <summary>Labels of 0 and 1 as -1 and 1, if they are nothing else; as Keras does.</summary>
    internal static Tensor Signs(Tensor labels) =>
        Array.TrueForAll(labels.ToArray<float>(), label => label is 0 or 1) ? 2 * labels - 1 : labels;
}
