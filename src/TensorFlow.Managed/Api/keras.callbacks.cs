using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Keras;

/// <content>What happens at the beginnings and ends of training, epochs and batches.</content>
public sealed partial class KerasInterface
{
    /// <summary>What happens at the beginnings and ends of training, epochs and batches.</summary>
    public CallbacksApi callbacks { get; } = new CallbacksApi();
}
