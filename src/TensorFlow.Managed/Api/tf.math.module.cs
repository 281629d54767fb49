using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Python's module <c>tf.math</c>.</content>
public sealed partial class tensorflow
{
    /// <summary>The functions that Python keeps under <c>tf.math</c>.</summary>
    public MathApi math { get; } = new();

    /// <summary>The functions that Python keeps under <c>tf.math</c>.</summary>
    public sealed class MathApi
    {
        internal MathApi()
        {
        }

        /// <summary>The number of the largest element along an axis, the first where several tie.</summary>
        public Tensor argmax(Tensor input, int axis = -1, string? name = null) => ArgMax.Apply(input, axis);

        /// <summary>The error function of each element.</summary>
        public Tensor erf(Tensor x, string? name = null) => Erf.Apply(x);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log(Tensor x, string? name = null) => Log.Apply(x);

        /// <summary>The square root of the sum of squares along axes; of whole numbers it is cut off.</summary>
        public Tensor reduce_euclidean_norm(Tensor input_tensor, Axis? axis = null, bool keepdims = false, string? name = null) =>
            EuclideanNorm.Apply(input_tensor, axis?.axes, keepdims);

        /// <summary>1 / (1 + e^-x) of each element.</summary>
        public Tensor sigmoid(Tensor x, string? name = null) => Sigmoid.Apply(x);

        /// <summary>ln(1 + e^x) of each element.</summary>
        public Tensor softplus(Tensor features, string? name = null) => Softplus.Apply(features);

        /// <summary>The sum along axes.</summary>
        public Tensor sum(Tensor x, Axis? axis = null, string? name = null) => ReduceSum.Apply(x, axis?.axes);
    }
}
