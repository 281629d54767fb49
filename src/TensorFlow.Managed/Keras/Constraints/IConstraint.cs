namespace Tensorflow.Keras;

/// <summary>What a weight keeps to: an optimizer applies it to the weight's value after each step.</summary>
public interface IConstraint
{
    /// <summary>The value that is kept, of the same shape.</summary>
    /// <param name="w">The weight's value.</param>
    Tensor Apply(Tensor w);
}
