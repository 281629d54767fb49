namespace Tensorflow.Keras.Initializers;

/// <summary>Ones everywhere.</summary>
public sealed class Ones : Constant
{
    /// <summary>An initializer that gives ones.</summary>
    public Ones()
        : base(1)
    {
    }
}
