namespace Tensorflow.Keras.Engine;

/// <content>What the model looks like.</content>
public partial class Model
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The model has no weights yet.</exception>
    public string summary(int line_length = -1, float[]? positions = null)
    {
        if (!built)
            throw new InvalidOperationException(
                $"{Description} is not built yet: call build with the input's shape, or apply it once, before its summary.");
        var text = ModelSummary.Of(this, line_length, positions);
        Binding.Output.Write(text);
        return text;
    }
}
