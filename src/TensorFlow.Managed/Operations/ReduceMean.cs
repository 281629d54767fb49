using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The mean along axes; of integers the quotient cut toward zero.</summary>
internal static class ReduceMean
{
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axes">The axes to average over; null for all.</param>
    /// <param name="keepdims">Whether the averaged axes stay, with size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null, bool keepdims = false)
    {
        // Sums of small integers do not fit their own type.
        if (x.dtype is TF_DataType.TF_UINT8 or TF_DataType.TF_INT32)
            return Cast.Apply(Apply(Cast.Apply(x, TF_DataType.TF_INT64), axes, keepdims), x.dtype);
        var plan = new ReductionPlan(x.shape, axes, keepdims);
        return Tape.Record(
            "ReduceMean", plan.Compute(Devices.Reduction.Mean, x), x,
            dy => BroadcastTo.Apply(Reshape.Apply(dy * (1.0 / plan.ReducedCount), plan.KeptShape), x.shape), plan);
    }
}
