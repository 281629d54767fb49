namespace Tensorflow.Keras;

/// <content>What makes numbers of texts.</content>
public sealed partial class KerasInterface
{
    /// <summary>What makes numbers of texts.</summary>
    public Preprocessing.Preprocessing preprocessing { get; } = new();
}
