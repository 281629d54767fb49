namespace Tensorflow.Keras;

/// <summary>What a regularizer is given.</summary>
/// <param name="x">A weight's value.</param>
public class RegularizerArgs(Tensor x)
{
    /// <summary>A weight's value.</summary>
    public Tensor X { get; } = x;
}
