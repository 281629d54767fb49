using Tensorflow.Keras.Losses;

namespace Tensorflow.Keras;

/// <content>What training makes small.</content>
public sealed partial class KerasInterface
{
    /// <summary>What training makes small.</summary>
    public ILossesApi losses { get; } = new LossesApi();
}
