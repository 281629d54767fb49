using Tensorflow.Keras.Constraints;
using Tensorflow.Keras.Regularizers;

namespace Tensorflow.Keras;

/// <content>What weights cost, and what they keep to.</content>
public sealed partial class KerasInterface
{
    /// <summary>What weights cost.</summary>
    public RegularizersApi regularizers { get; } = new();

    /// <summary>What weights keep to.</summary>
    public ConstraintsApi constraints { get; } = new();
}
