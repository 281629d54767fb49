namespace Tensorflow.Keras.Metrics;

/// <summary>The mean cosine of the angle between truth and predictions along an axis: 1 for the same direction. The loss of this name is
/// its negative.</summary>
public sealed class CosineSimilarity : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    /// <param name="axis">The axis of a vector.</param>
    public CosineSimilarity(string name = "cosine_similarity", int axis = -1)
        : this(new Losses.CosineSimilarity(Reduction.NONE, axis, name))
    {
    }

    private CosineSimilarity(Losses.CosineSimilarity loss)
        : base((y_true, y_pred) => -loss.Call(y_true, y_pred), loss.Name)
    {
    }
}
