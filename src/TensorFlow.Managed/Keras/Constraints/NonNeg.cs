using Tensorflow.Operations;

namespace Tensorflow.Keras.Constraints;

/// <summary>No element below 0: those that are become 0.</summary>
public class NonNeg : IConstraint
{
    /// <inheritdoc/>
    public Tensor Apply(Tensor w) => Relu.Apply(w);
}
