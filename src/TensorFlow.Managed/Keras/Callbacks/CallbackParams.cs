using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>What a training run tells its callbacks.</summary>
public class CallbackParams
{
    /// <summary>The model that is trained.</summary>
    public IModel Model { get; set; } = null!;

    /// <summary>0 for silence, 1 for a progress line, 2 for a line an epoch.</summary>
    public int Verbose { get; set; }

    /// <summary>How many epochs are asked for.</summary>
    public int Epochs { get; set; }

    /// <summary>How many batches an epoch has; 0 or less when that is not known.</summary>
    public long Steps { get; set; }
}
