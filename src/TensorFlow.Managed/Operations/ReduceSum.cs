using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The sum along axes.</summary>
internal static class ReduceSum
{
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axes">The axes to sum over; null for all.</param>
    /// <param name="keepdims">Whether the summed axes stay, with size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null, bool keepdims = false)
    {
        var plan = new ReductionPlan(x.shape, axes, keepdims);
        return Tape.Record(
            "ReduceSum", plan.Compute(Devices.Reduction.Sum, x), x, dy => BroadcastTo.Apply(Reshape.Apply(dy, plan.KeptShape), x.shape),
            plan);
    }
}
