using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Reductions and functions of each element.</content>
public sealed partial class tensorflow
{
    /// <summary>The sum along axes.</summary>
    /// <param name="input_tensor">Any tensor of numbers.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the summed axes stay, with size 1.</param>
    public Tensor reduce_sum(Tensor input_tensor, Axis? axis = null, bool keepdims = false) => ReduceSum.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>tanh of each element.</summary>
    public Tensor tanh(Tensor x) => Tanh.Apply(x);
}
