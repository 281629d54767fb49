using Tensorflow.Keras.Initializers;

namespace Tensorflow.Keras;

/// <content>What weights start with.</content>
public sealed partial class KerasInterface
{
    /// <summary>What weights start with.</summary>
    public IInitializersApi initializers { get; } = new InitializersApi();
}
