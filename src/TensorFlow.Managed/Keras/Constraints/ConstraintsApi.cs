namespace Tensorflow.Keras.Constraints;

/// <summary>Makes constraints.</summary>
public sealed class ConstraintsApi
{
    internal ConstraintsApi()
    {
    }

    /// <summary>No length along an axis above a number.</summary>
    public IConstraint MaxNorm(float max_value = 2f, Axis? axis = null) => new MaxNorm(max_value, axis);

    /// <summary>Lengths along an axis between two numbers.</summary>
    public IConstraint MinMaxNorm(float min_value = 0f, float max_value = 1f, float rate = 1f, Axis? axis = null) =>
        new MinMaxNorm(min_value, max_value, rate, axis);

    /// <summary>No element below 0.</summary>
    public IConstraint NonNeg() => new NonNeg();

    /// <summary>Each length along an axis 1.</summary>
    public IConstraint UnitNorm(Axis? axis = null) => new UnitNorm(axis);
}
