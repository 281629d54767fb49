using Tensorflow.Keras;

namespace Tensorflow;

/// <content>Keras under TensorFlow's root.</content>
public sealed partial class tensorflow
{
    /// <summary>The root of Keras, the same as <see cref="KerasApi.keras"/>.</summary>
    public KerasInterface keras => KerasApi.keras;
}
