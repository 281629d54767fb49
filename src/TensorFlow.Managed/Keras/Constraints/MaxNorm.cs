namespace Tensorflow.Keras.Constraints;

/// <summary>No length along an axis above a number: w times min(length, max_value) / (1e-7 + length).</summary>
/// <param name="max_value">The largest length.</param>
/// <param name="axis">The axes of a vector: 0 for the incoming weights of a dense kernel, (0, 1, 2) for those of a convolution; null for
/// 0.</param>
public class MaxNorm(float max_value = 2f, Axis? axis = null) : MinMaxNorm(0, max_value, 1, axis)
{
}
