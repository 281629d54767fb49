namespace Tensorflow.Keras.Layers;

/// <summary>One step of a recurrent layer: applied to an input (N, in) and the state, it gives its result (N, out) and behind it the new
/// state. An <see cref="RNN"/> walks it through a sequence.</summary>
public interface IRnnCell : ILayer
{
    /// <summary>The sizes of the tensors of the state, each (N, size).</summary>
    long[] StateSize { get; }

    /// <summary>The size of the result's last axis.</summary>
    long OutputSize { get; }
}
