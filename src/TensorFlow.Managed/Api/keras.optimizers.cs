using Tensorflow.Keras.Optimizers;

namespace Tensorflow.Keras;

/// <content>How weights follow their gradients.</content>
public sealed partial class KerasInterface
{
    /// <summary>How weights follow their gradients.</summary>
    public IOptimizerApi optimizers { get; } = new OptimizerApi();
}
