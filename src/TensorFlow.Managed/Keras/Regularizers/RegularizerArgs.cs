namespace Tensorflow.Keras;

/// <summary>What a regularizer is given.</summary>
/// <param name="x">A weight's value, or a result.</param>
public class RegularizerArgs(Tensor x)
{
    /// <summary>A weight's value, or a result.</summary>
    public Tensor X { get; } = x;
}
