namespace Tensorflow.Keras.Engine;

/// <summary>
/// A tensor without values, which stands for what a layer will give: <c>keras.Input</c> makes the first one, and a layer that is applied
/// to one makes the next. From the first and the last <c>keras.Model</c> makes a model. Sizes that differ from batch to batch are -1.
/// </summary>
public sealed class KerasTensor : Tensor
{
    internal KerasTensor(Shape shape, TF_DataType dtype, Node producer, int index)
        : base(null, shape, dtype) => (Producer, Index) = (producer, index);

    /// <summary>The application of a layer that gives this tensor.</summary>
    internal Node Producer { get; }

    /// <summary>Its place among the layer's outputs.</summary>
    internal int Index { get; }

    private protected override Exception NoValue() => new InvalidOperationException(
        $"The output {shape} of layer '{Producer.Layer.Name}' is symbolic: it has no values yet, and only layers can be applied to it. " +
        $"Put other operations into the Call of a layer.");
}
