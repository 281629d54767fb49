namespace Tensorflow.Keras.Engine;

/// <summary>One application of a layer to symbolic tensors.</summary>
internal sealed class Node
{
    internal Node(Layer layer, KerasTensor[] inputs, Shape[] outputShapes, TF_DataType outputType, int number)
    {
        (Layer, Inputs, Number) = (layer, inputs, number);
        Outputs = new KerasTensor[outputShapes.Length];
        for (var i = 0; i < Outputs.Length; i++)
            Outputs[i] = new KerasTensor(outputShapes[i], outputType, this, i);
    }

    internal Layer Layer { get; }

    internal KerasTensor[] Inputs { get; }

    internal KerasTensor[] Outputs { get; }

    /// <summary>How many applications of the layer came before this one.</summary>
    internal int Number { get; }
}
