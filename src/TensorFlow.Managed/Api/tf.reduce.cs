using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Functions along axes.</content>
public sealed partial class tensorflow
{
    /// <summary>The largest element along axes; ties share the gradient.</summary>
    /// <param name="input_tensor">Any tensor of numbers.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    /// <param name="name">Not used.</param>
    public Tensor reduce_max(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceMax.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>The mean along axes.</summary>
    /// <param name="input_tensor">Any tensor of numbers.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    /// <param name="name">Not used.</param>
    public Tensor reduce_mean(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceMean.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>The smallest element along axes; ties share the gradient.</summary>
    /// <param name="input_tensor">Any tensor of numbers.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    /// <param name="name">Not used.</param>
    public Tensor reduce_min(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceMin.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>The product along axes.</summary>
    /// <inheritdoc cref="reduce_mean"/>
    public Tensor reduce_prod(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceProd.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>The sum along axes.</summary>
    /// <param name="input_tensor">Any tensor of numbers.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    /// <param name="name">Not used.</param>
    public Tensor reduce_sum(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        ReduceSum.Apply(input_tensor, axis?.axes, keepdims);

    /// <summary>The mean squared distance from the mean along axes (of all elements, not of a sample).</summary>
    /// <param name="input_tensor">Any tensor of a floating type.</param>
    /// <param name="axis">An axis or several, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    /// <param name="name">Not used.</param>
    public Tensor reduce_variance(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null)
    {
        var mean = ReduceMean.Apply(input_tensor, axis?.axes, keepdims: true);
        return ReduceMean.Apply(SquaredDifference.Apply(input_tensor, mean), axis?.axes, keepdims);
    }

    /// <summary>The square root of the mean squared distance from the mean along axes.</summary>
    /// <inheritdoc cref="reduce_variance"/>
    public Tensor reduce_std(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
        Sqrt.Apply(reduce_variance(input_tensor, axis, keepdims));
}
