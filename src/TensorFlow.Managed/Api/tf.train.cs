using Tensorflow.Train;

namespace Tensorflow;

/// <content>Help in training.</content>
public sealed partial class tensorflow
{
    /// <summary>What helps in training.</summary>
    public train_api train { get; } = new();
}

/// <summary>What <c>tf.train</c> offers.</summary>
public sealed class train_api
{
    internal train_api()
    {
    }

    /// <inheritdoc cref="Train.ExponentialMovingAverage(float, ResourceVariable)"/>
    public ExponentialMovingAverage ExponentialMovingAverage(float decay, ResourceVariable? num_updates = null) => new(decay, num_updates);
}
