using Tensorflow.Operations;

namespace Tensorflow.Keras.Constraints;

/// <summary>Each length along an axis 1: w / (1e-7 + length).</summary>
/// <param name="axis">The axes of a vector: 0 for the incoming weights of a dense kernel, (0, 1, 2) for those of a convolution; null for
/// 0.</param>
public class UnitNorm(Axis? axis = null) : IConstraint
{
    private const double Epsilon = 1e-7;

    private readonly int[] _axis = axis?.axes ?? [0];

    /// <inheritdoc/>
    public Tensor Apply(Tensor w) => w / (Sqrt.Apply(ReduceSum.Apply(Square.Apply(w), _axis, keepdims: true)) + Epsilon);
}
