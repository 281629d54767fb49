namespace Tensorflow.Keras.Metrics;

/// <summary>How often predictions equal the truth exactly, element by element.</summary>
public sealed class Accuracy : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    public Accuracy(string name = "accuracy")
        : base((y_true, y_pred) => Matches.Equal(name, y_true, y_pred), name)
    {
    }
}
