using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras;

/// <content>What is counted beside the loss.</content>
public sealed partial class KerasInterface
{
    /// <summary>What is counted beside the loss.</summary>
    public IMetricsApi metrics { get; } = new MetricsApi();
}
