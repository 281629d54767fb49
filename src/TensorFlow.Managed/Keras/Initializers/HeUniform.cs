namespace Tensorflow.Keras.Initializers;

/// <summary>Uniform in [-l, l], l = sqrt(6 / fan_in) (He et al., arXiv 1502.01852).</summary>
public sealed class HeUniform : VarianceScaling
{
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    public HeUniform(int? seed = null)
        : base(scale: 2, isFanIn: true, isUniform: true, seed)
    {
    }
}
