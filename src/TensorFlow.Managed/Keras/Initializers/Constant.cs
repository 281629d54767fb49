using Tensorflow.Operations;

namespace Tensorflow.Keras.Initializers;

/// <summary>One value everywhere.</summary>
public class Constant : IInitializer
{
    private readonly float _value;

    /// <param name="value">The value.</param>
    public Constant(float value = 0f) => _value = value;

    /// <inheritdoc/>
    public Tensor Apply(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT) => Fill.Apply(shape, _value, dtype);
}
