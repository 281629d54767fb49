namespace Tensorflow.Keras.Initializers;

/// <summary>Normal with the variance 2 / (fan_in + fan_out), cut off at two standard deviations (Glorot and Bengio, 2010).</summary>
public sealed class GlorotNormal : VarianceScaling
{
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    public GlorotNormal(int? seed = null)
        : base(scale: 1, isFanIn: false, isUniform: false, seed)
    {
    }
}
