using Tensorflow.Operations;

namespace Tensorflow.Keras.Constraints;

/// <summary>Lengths along an axis between two numbers: w times (rate clip(length) + (1 - rate) length) / (1e-7 + length).</summary>
public class MinMaxNorm : IConstraint
{
    private const double Epsilon = 1e-7;

    private readonly float _min;
    private readonly float _max;
    private readonly float _rate;
    private readonly int[] _axis;

    /// <summary>A constraint.</summary>
    /// <param name="min_value">The least length.</param>
    /// <param name="max_value">The largest length.</param>
    /// <param name="rate">How far a step goes towards it, above 0 and up to 1.</param>
    /// <param name="axis">The axes of a vector: 0 for the incoming weights of a dense kernel, (0, 1, 2) for those of a convolution; null
    /// for 0.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public MinMaxNorm(float min_value = 0f, float max_value = 1f, float rate = 1f, Axis? axis = null)
    {
        if (!(min_value >= 0 && max_value >= min_value && float.IsFinite(max_value) && rate is > 0 and <= 1))
            throw new ArgumentException(
                $"{GetType().Name}: lengths must be 0 <= min_value <= max_value and rate above 0 and up to 1; they are {min_value}, " +
                $"{max_value} and {rate}.");
        (_min, _max, _rate, _axis) = (min_value, max_value, rate, axis?.axes ?? [0]);
    }

    /// <inheritdoc/>
    public Tensor Apply(Tensor w)
    {
        var length = Sqrt.Apply(ReduceSum.Apply(Square.Apply(w), _axis, keepdims: true));
        var wanted = _rate * Binding.tf.clip_by_value(length, _min, _max) + (1 - _rate) * length;
        return w * (wanted / (length + Epsilon));
    }
}
