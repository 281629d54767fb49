namespace Tensorflow.Keras.Losses;

/// <summary>A loss: how far predictions are from the truth.</summary>
public interface ILossFunc
{
    /// <summary>The loss's name, as <c>binary_crossentropy</c>.</summary>
    string Name { get; }

    /// <summary>How the losses of a batch become one: <c>auto</c> and <c>sum_over_batch_size</c> (their mean),
    /// <c>sum</c>, <c>none</c>.</summary>
    string Reduction { get; }

    /// <summary>The loss of a batch.</summary>
    /// <param name="y_true">The truth; converted to the type of <paramref name="y_pred"/> where the loss compares the two.</param>
    /// <param name="y_pred">The predictions, (N, ...), floating.</param>
    /// <param name="sample_weight">A weight for each sample, or one for all; null counts all alike.</param>
    /// <returns>A scalar, or with the reduction <c>none</c> one loss for each sample (the last axis is averaged).</returns>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names the loss.</exception>
    Tensor Call(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);
}
