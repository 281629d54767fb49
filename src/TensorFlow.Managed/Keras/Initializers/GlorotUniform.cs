namespace Tensorflow.Keras.Initializers;

/// <summary>Uniform in [-l, l], l = sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio, 2010).
/// What Keras' layers use unless told otherwise.</summary>
public sealed class GlorotUniform : VarianceScaling
{
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    public GlorotUniform(int? seed = null)
        : base(scale: 1, isFanIn: false, isUniform: true, seed)
    {
    }
}
