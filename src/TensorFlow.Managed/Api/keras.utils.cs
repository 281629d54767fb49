using Tensorflow.Keras.Utils;

namespace Tensorflow.Keras;

/// <content>Small helpers.</content>
public sealed partial class KerasInterface
{
    /// <summary>Small helpers.</summary>
    public KerasUtils utils { get; } = new KerasUtils();
}
