namespace Tensorflow.Keras.Regularizers;

/// <summary>Makes regularizers.</summary>
public sealed class RegularizersApi
{
    internal RegularizersApi()
    {
    }

    /// <inheritdoc cref="Regularizers.L1(float)"/>
    public IRegularizer l1(float l1 = 0.01f) => new L1(l1);

    /// <inheritdoc cref="Regularizers.L2(float)"/>
    public IRegularizer l2(float l2 = 0.01f) => new L2(l2);

    /// <inheritdoc cref="Regularizers.L1L2(float, float)"/>
    public IRegularizer l1l2(float l1 = 0f, float l2 = 0f) => new L1L2(l1, l2);
}
