namespace Tensorflow.Keras.Initializers;

/// <summary>Normal with the variance 2 / fan_in, cut off at two standard deviations (He et al., arXiv 1502.01852).</summary>
public sealed class HeNormal : VarianceScaling
{
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    public HeNormal(int? seed = null)
        : base(scale: 2, isFanIn: true, isUniform: false, seed)
    {
    }
}
