using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The largest element along axes; elements that tie share its gradient equally, as in TensorFlow.</summary>
internal static class ReduceMax
{
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axes">The axes to reduce; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null, bool keepdims = false)
    {
        var plan = new ReductionPlan(x.shape, axes, keepdims);
        var y = plan.Compute(Devices.Reduction.Max, x);
        return Tape.Record("ReduceMax", y, x, dy => plan.ShareAmongTies(dy, x, y), plan);
    }
}
