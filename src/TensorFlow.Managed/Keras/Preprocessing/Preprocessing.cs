namespace Tensorflow.Keras.Preprocessing;

/// <summary>What makes numbers of texts, as <c>keras.preprocessing</c>.</summary>
public sealed class Preprocessing
{
    internal Preprocessing()
    {
    }

    /// <summary>Sequences of numbers.</summary>
    public Sequence sequence { get; } = new();

    /// <summary>Texts.</summary>
    public TextApi text { get; } = new();
}
