namespace Tensorflow.Keras.Initializers;

/// <summary>Zeros everywhere.</summary>
public sealed class Zeros : Constant
{
    /// <summary>An initializer that gives zeros.</summary>
    public Zeros()
        : base(0)
    {
    }
}
