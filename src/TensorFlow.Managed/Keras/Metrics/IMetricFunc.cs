namespace Tensorflow.Keras.Metrics;

/// <summary>A number gathered over batches from truth and predictions.</summary>
public interface IMetricFunc
{
    /// <summary>The name under which logs show it.</summary>
    string Name { get; }

    /// <summary>Adds a batch.</summary>
    /// <param name="y_true">The truth.</param>
    /// <param name="y_pred">The predictions.</param>
    /// <param name="sample_weight">A weight for each sample; null counts all alike.</param>
    /// <returns>The number so far.</returns>
    Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null);

    /// <summary>The number over all batches since the last reset, a float32 scalar; 0 when there were none.</summary>
    Tensor result();

    /// <summary>Forgets all batches.</summary>
    void reset_states();
}
